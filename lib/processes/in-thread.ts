import { Worker } from 'node:worker_threads';
import { loadedFirst } from './worker-pool.ts';

/**
 * Runs a module in a thread of its own, and returns the first message that it posts.
 *
 * @param script The module.
 * @param data What it receives as its `workerData`.
 * @throws The error that it throws, or an Error if it ends without a message.
 */
export function inThread<Answer>(script: string, data: object): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(script, { workerData: data, execArgv: loadedFirst() });
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error(`${script} gave no answer.`)));
  });
}

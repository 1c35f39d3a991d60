import { Worker } from 'node:worker_threads';
import { WorkError } from './work-error.ts';
import { loadedFirst } from './worker-pool.ts';

/**
 * Runs a module in a thread of its own, and returns the first message that it posts.
 *
 * @param script The module.
 * @param data What it receives as its `workerData`.
 * @throws The error that it throws (a WorkError as one), or an Error if it ends without a message.
 */
export function inThread<Answer>(script: string, data: object): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(script, { workerData: data, execArgv: loadedFirst() });
    thread.once('message', resolve);
    // A thread's errors arrive without their classes.
    thread.once('error', (error: Error) => reject(error.name === 'WorkError' ? new WorkError(error.message) : error));
    thread.once('exit', () => reject(new Error(`${script} gave no answer.`)));
  });
}

import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandScript } from './command-script.ts';

/** The project's folder. */
const root = join(import.meta.dirname, '../..');

/** A running `npm run dev`, on a copy of some content. */
export type PreviewProcess = {
  /** Its folder, which has the copy alone. */
  folder: string;
  content: string;
  address: string;
  /** What it has said so far. */
  said: () => string;
  /** Ends it, and removes its folder. */
  close: () => void;
};

/**
 * Starts a preview on a free port.
 *
 * @param source The content to copy.
 * @param ready Matches what the preview says when it serves; its first group is the address.
 * @param args Further arguments of the command.
 */
export async function startPreview(source: string, ready: RegExp, ...args: string[]): Promise<PreviewProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'standfirst-'));
  const content = join(folder, 'content');
  cpSync(join(root, source), content, { recursive: true });
  const command = [...commandScript('dev'), '--content', content, '--out', join(folder, 'out'), '--port', '0', ...args];
  // What Next would keep for the next start costs a quarter of the time of this one.
  const server: ChildProcess = spawn(process.execPath, command, { cwd: root, env: { ...process.env, CI: 'true' } });
  let said = '';
  const address = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      said += chunk;
      const found = ready.exec(said)?.[1];
      if (found) resolve(found);
    };
    server.stdout?.on('data', read);
    server.stderr?.on('data', read);
    server.on('close', () => reject(new Error(said)));
  });
  const close = () => {
    server.kill();
    rmSync(folder, { recursive: true });
  };
  return { folder, content, address, said: () => said, close };
}

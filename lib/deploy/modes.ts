import { chmodSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { makeFolder } from '../processes/make-folder.ts';

/** The modes of what a web server reads. It runs as another user than a deploy, whose umask may be any. */
export const servedModes = { file: 0o644, folder: 0o755 } as const;

/** Makes a folder for web servers, and the folders above it that are missing. One that exists keeps its mode. */
export function makeServedFolder(dir: string): void {
  const first = makeFolder(dir);
  if (first === undefined) return;
  for (let made = resolve(dir); made.length >= first.length; made = dirname(made)) letServersEnter(made);
}

/** Lets web servers enter a folder. */
export function letServersEnter(dir: string): void {
  setMode(dir, servedModes.folder);
}

/** Lets web servers read all that is in a folder, and enter it. */
export function letServersRead(dir: string): void {
  letServersEnter(dir);
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) letServersRead(path);
    else if (entry.isFile()) setMode(path, servedModes.file);
  }
}

/** Sets who may read, write and enter, and leaves what else a mode says, such as the group of new files. */
function setMode(path: string, wanted: number): void {
  const { mode } = statSync(path);
  if ((mode & 0o777) !== wanted) chmodSync(path, (mode & 0o7000) | wanted);
}

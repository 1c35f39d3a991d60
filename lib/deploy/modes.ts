import { chmodSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { makeFolder } from '../processes/make-folder.ts';

/** The modes of files and folders for a web server, which runs as another user than a deploy, whose umask is unknown. */
export const servedModes = { file: 0o644, folder: 0o755 } as const;

/** Makes a folder for web servers, and missing folders above it. Existing folders keep their modes. */
export function makeServedFolder(dir: string): void {
  const first = makeFolder(dir);
  if (first === undefined) return;
  for (let made = resolve(dir); made.length >= first.length; made = dirname(made)) letServersEnter(made);
}

/** Lets web servers enter a folder. */
export function letServersEnter(dir: string): void {
  setMode(dir, servedModes.folder);
}

/** Lets web servers read everything that is in a folder, and enter it. */
export function letServersRead(dir: string): void {
  letServersEnter(dir);
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) letServersRead(path);
    else if (entry.isFile()) setMode(path, servedModes.file);
  }
}

/** Sets the permissions, and keeps the other bits of a mode, such as setgid. */
function setMode(path: string, wanted: number): void {
  const { mode } = statSync(path);
  if ((mode & 0o777) !== wanted) chmodSync(path, (mode & 0o7000) | wanted);
}

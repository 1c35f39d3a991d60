import { join } from 'node:path';
import { alone } from '../processes/lock.ts';
import { LiveError } from '../serve/live-error.ts';
import { makeServedFolder } from './modes.ts';
import { sweep } from './releases.ts';

/** Runs work while no other deploy is running in the folder, and explains errors of the system. */
export async function inTurn<Result>(
  root: string,
  say: (line: string) => void,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    makeServedFolder(root);
    const waiting = () => say(`Another deploy is at work in ${root}. Waiting for it to end …`);
    return await alone(join(root, 'lock.db'), waiting, () => work().finally(() => sweepQuietly(root)));
  } catch (error) {
    const said = reasons[codeOf(error)];
    if (said === undefined) throw error;
    throw new LiveError(`${said(root)} What is live stays as it was.`);
  }
}

/** The system's code for an error, including those that SQLite, which holds the lock, reports by its own numbers. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error && 'code' in error)) return '';
  if (error.code !== 'ERR_SQLITE_ERROR' || !('errcode' in error)) return String(error.code);
  return sqliteCodes[String(error.errcode)] ?? '';
}

const sqliteCodes: Readonly<Record<string, string>> = { 8: 'EROFS', 10: 'EIO', 13: 'ENOSPC', 14: 'EACCES' };

const reasons: Readonly<Record<string, (root: string) => string>> = {
  ENOSPC: (root) => `There is no room left for ${root}. Make some, and deploy again.`,
  EDQUOT: (root) => `There is no room left for ${root} under your quota. Make some, and deploy again.`,
  EACCES: (root) => `${root} may not be written to by you. Change its owner or its mode, or name another folder.`,
  EPERM: (root) => `${root} may not be written to by you. Change its owner or its mode, or name another folder.`,
  EROFS: (root) => `${root} is on a disk that can only be read. Name another folder.`,
  EIO: (root) => `The disk of ${root} does not answer as it should. Look at it before you deploy again.`,
};

function sweepQuietly(root: string): void {
  try {
    sweep(root);
  } catch {
    // The next deploy will clean up.
  }
}

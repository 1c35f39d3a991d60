import { join } from 'node:path';
import { alone } from '../processes/lock.ts';
import { LiveError } from '../serve/live-error.ts';
import { makeServedFolder } from './modes.ts';
import { sweep } from './releases.ts';

/** Runs work while no other deploy is running in the folder, and explains errors of the system. */
export async function withDeployLock<Result>(
  root: string,
  say: (line: string) => void,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    makeServedFolder(root);
    const waiting = () => say(`Another deploy is running in ${root}. Waiting for it to end …`);
    return await alone(join(root, 'lock.db'), waiting, () => work().finally(() => sweepQuietly(root)));
  } catch (error) {
    const said = reasons[codeOf(error)];
    if (said === undefined) throw error;
    throw new LiveError(`${said(root)} What is live is unchanged.`);
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
  ENOSPC: (root) => `The disk of ${root} is full. Free some space, then deploy again.`,
  EDQUOT: (root) => `Your quota for ${root} is used up. Free some space, then deploy again.`,
  EACCES: (root) => `You may not write to ${root}. Change its owner or its mode, or name another folder.`,
  EPERM: (root) => `You may not write to ${root}. Change its owner or its mode, or name another folder.`,
  EROFS: (root) => `${root} is on a read-only disk. Name another folder.`,
  EIO: (root) => `The disk of ${root} has a fault. Check it before you deploy again.`,
};

function sweepQuietly(root: string): void {
  try {
    sweep(root);
  } catch {
    // The next deploy will clean up.
  }
}

/** An error of the system rather than of our code: its code, and the file if there is one. */
type SystemFault = { code: string; path: string | undefined; words: string };

const causes: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full',
  EDQUOT: 'Your quota on the disk is used up',
  EROFS: 'The disk is read-only',
  EACCES: 'You may not read or write this',
  CANTOPEN: 'A file of a database cannot be opened',
  EPERM: 'This is not permitted',
  EMFILE: 'Too many files are open',
  ENFILE: 'Too many files are open',
  ENOMEM: 'There is no more memory',
  EIO: 'The disk has a fault',
  ENOENT: 'A file or folder is missing',
  ENOTDIR: 'A file is where a folder must be',
  EISDIR: 'A folder is where a file must be',
  ENOTEMPTY: 'A folder is not empty',
  EBUSY: 'Another program is using this',
};

const rights = 'Choose another folder, or ask for the right to write to this one, then try again.';

/** What to do, if there is more to say. */
const steps: Readonly<Record<string, string>> = {
  ENOSPC: 'Delete what is not needed, then try again.',
  EDQUOT: 'Delete what is not needed, then try again.',
  EROFS: 'Choose a folder on another disk, or make this one writable, then try again.',
  EACCES: rights,
  EPERM: rights,
  EMFILE: 'Close other programs, or raise the limit with ulimit -n 4096, then try again.',
  ENFILE: 'Close other programs, then try again.',
  CANTOPEN: 'Look whether you may write to its folder. If you may, raise the limit of open files with ulimit -n 4096.',
};

/** Error codes of the system, by the result codes of SQLite (https://www.sqlite.org/rescode.html). */
const ofSqlite: Readonly<Record<number, string>> = { 5: 'EBUSY', 8: 'EROFS', 10: 'EIO', 13: 'ENOSPC', 14: 'CANTOPEN' };

/**
 * Says in one line what is wrong if the system or the disk is at fault rather than the code: `There is no more room on the
 * disk: out/index.html. …`. `undefined` for any other error.
 */
export function systemFault(error: unknown): string | undefined {
  const fault = readFault(error);
  if (!fault) return undefined;
  const cause = causes[fault.code];
  const where = fault.path === undefined ? '' : `: ${fault.path}`;
  const what = cause === undefined ? `The system reports an error: ${fault.words}` : `${cause}${where}`;
  return `${what}. ${steps[fault.code] ?? 'Fix this, then try again.'}`;
}

/** Whether the system is short of what every file needs, so that the next one could not be read either. */
export function isOfMachine(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['EMFILE', 'ENFILE', 'ENOMEM'].includes(String(error.code));
}

function readFault(error: unknown): SystemFault | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  const { code, message: words } = error;
  if (code === 'ERR_SQLITE_ERROR') {
    const number = 'errcode' in error ? Number(error.errcode) & 0xff : 0;
    const known = ofSqlite[number];
    return known === undefined ? undefined : { code: known, path: undefined, words };
  }
  if (!('syscall' in error) || typeof code !== 'string') return undefined;
  return { code, path: 'path' in error && typeof error.path === 'string' ? error.path : undefined, words };
}

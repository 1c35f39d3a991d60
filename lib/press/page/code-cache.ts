import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../../processes/make-folder.ts';

/** What Next writes for itself, for tracing and for debugging, and its server does not need. */
const notNeeded = /^(cache|diagnostics|lock|trace|types|build)$|\.(map|nft\.json)$/;

/**
 * Caches compiled code in a folder, under its digest. A CI workflow starts with a fresh clone but keeps the build cache, so
 * with the code in it, it compiles only if the code has changed. Older code is deleted.
 *
 * @param compiled The folder into which Next has compiled.
 * @param stamp The file in it that marks it as complete, which is not cached: {@link restoreCode} checks that.
 */
export function cacheCode(compiled: string, folder: string, digest: string, stamp: string): void {
  const name = nameOf(compiled, digest);
  const unfinished = join(folder, `${name}.${process.pid}`);
  makeFolder(folder);
  cpSync(compiled, unfinished, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => path === compiled || !(notNeeded.test(lastPart(path)) || lastPart(path) === stamp),
  });
  for (const other of readdirSync(folder)) {
    if (join(folder, other) !== unfinished) rmSync(join(folder, other), { recursive: true, force: true });
  }
  renameSync(unfinished, join(folder, name));
}

/**
 * Copies compiled code back into Next's folder.
 *
 * @returns Whether the code with this digest was cached.
 */
export function restoreCode(compiled: string, folder: string, digest: string): boolean {
  const kept = join(folder, nameOf(compiled, digest));
  if (!existsSync(kept)) return false;
  for (const name of existsSync(compiled) ? readdirSync(compiled) : []) {
    if (name !== 'cache') rmSync(join(compiled, name), { recursive: true, force: true });
  }
  cpSync(kept, compiled, { recursive: true, verbatimSymlinks: true });
  return true;
}

/** Next writes the project's path into its code, so code that was compiled elsewhere differs. */
function nameOf(compiled: string, digest: string): string {
  const place = realpathSync(join(compiled, '..'));
  return createHash('sha256')
    .update(JSON.stringify([digest, place]))
    .digest('hex')
    .slice(0, 20);
}

function lastPart(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? '';
}

import type { ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { countEntries } from '../processes/count-entries.ts';
import { startWorkers } from '../processes/worker-pool.ts';

/** The number of articles from which helpers save more time than they take to start. */
export const worthHelpers = 100;

/** The settings that every helper of a check needs. */
export type HelperSettings = { dir: string };

/** Starts a helper for each core but one, which the check itself uses. */
export function startHelpers(dir: string): ChildProcess[] {
  const settings: HelperSettings = { dir };
  return startWorkers(join(import.meta.dirname, 'check-worker.ts'), settings, availableParallelism() - 1);
}

/**
 * Starts the helpers of a first check of many articles, so that they are ready when the check is. This module loads
 * nothing that a check needs: that would take as long here as in the helpers.
 *
 * @returns None if there are few articles, or if there is a cache, so that most may be unchanged.
 */
export function helpersOfFirstCheck(dir: string, cache: string): ChildProcess[] {
  const isMany = countEntries(join(dir, 'articles')) >= worthHelpers;
  return isMany && !existsSync(keptFile(dir, cache)) ? startHelpers(dir) : [];
}

/** The cache file of a content folder. */
export function keptFile(dir: string, cache: string): string {
  const name = createHash('sha256').update(realpathSync(dir)).digest('hex').slice(0, 16);
  return join(cache, `check-${name}.db`);
}

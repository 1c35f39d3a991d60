import type { ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { startWorkers } from '../processes/worker-pool.ts';

/** The number of articles from which helpers save more time than they take to start. */
export const worthHelpers = 100;

/** What every helper of a check has to know. */
export type HelperSettings = { dir: string };

/** Starts a helper for each core but one, on which the check itself parses. */
export function startHelpers(dir: string): ChildProcess[] {
  const settings: HelperSettings = { dir };
  return startWorkers(join(import.meta.dirname, 'check-worker.ts'), settings, availableParallelism() - 1);
}

/**
 * Starts the helpers of a first check of many articles, so that they are ready when the check is. This module loads none
 * of what a check needs: that takes as long in this process as in theirs.
 *
 * @returns None where there are few articles, or where something is kept of them and most may be as they were.
 */
export function helpersOfFirstCheck(dir: string, cache: string): ChildProcess[] {
  const isMany = countEntries(join(dir, 'articles')) >= worthHelpers;
  return isMany && !existsSync(keptFile(dir, cache)) ? startHelpers(dir) : [];
}

/** How many entries a folder has; none where it cannot be read, which the check itself reports. */
function countEntries(dir: string): number {
  try {
    return readdirSync(dir).length;
  } catch {
    return 0;
  }
}

/** Where is kept what was found of a content folder: in a file of its own for each. */
export function keptFile(dir: string, cache: string): string {
  const name = createHash('sha256').update(realpathSync(dir)).digest('hex').slice(0, 16);
  return join(cache, `check-${name}.db`);
}

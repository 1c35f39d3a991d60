import { test } from 'vitest';

/** A factor: 1 on each change, more in `npm run test:long`, as vitest.config.ts sets it. */
const factor = Number(process.env['RUNS'] ?? 1);

/** How often to try a property or to rebuild a site; `few` are enough on each change. */
export function runs(few: number): number {
  return Math.ceil(few * factor);
}

/**
 * A test that only `npm run test:long` runs: it takes long, and others of its file show on each change that the whole works.
 * Elsewhere it is not there, so that what is reported as skipped was meant to run.
 */
export const longTest = (name: string, run: () => Promise<void> | void): void => {
  if (factor > 1) test(name, run);
};

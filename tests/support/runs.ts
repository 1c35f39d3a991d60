/** A factor: 1 on each change, more in `npm run test:long`, as vitest.config.ts sets it. */
const factor = Number(process.env['RUNS'] ?? 1);

/** How often to try a property or to rebuild a site; `few` are enough on each change. */
export function runs(few: number): number {
  return Math.ceil(few * factor);
}

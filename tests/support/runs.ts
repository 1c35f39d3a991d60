/** How many times as often as on each change: 1 there, more in `npm run test:long`, which vitest.config.ts sets. */
const factor = Number(process.env['RUNS'] ?? 1);

/** How often to try a property, or to build a site anew, of which `few` are enough on each change. */
export function runs(few: number): number {
  return Math.ceil(few * factor);
}

import type { ObjectStore } from './object-store.ts';

/** An object that only shows whether a store writes on condition. */
const probeKey = 'conditions.txt';

/** Warns of a store that ignores conditions, such as one from before 2024: there, two deploys at once are not safe. */
export async function warnOfUnconditionalWrites(store: ObjectStore, say: (line: string) => void): Promise<void> {
  const text = Buffer.from('Only written if it does not exist: npm run deploy looks whether the store honours that.\n');
  const write = () =>
    store.put(probeKey, text, { type: 'text/plain; charset=utf-8', cacheControl: 'no-cache', only: 'if new' });
  // The first write succeeds in every store that does not have it.
  if (!(await write()) || !(await write())) return;
  say(
    `Warning: the store of ${store.address} ignores conditions of writes (If-None-Match). Make sure that no two deploys run at once, or use a store that honours them.`,
  );
}

import { randomUUID } from 'node:crypto';
import { LiveError } from '../../serve/live-error.ts';
import type { ObjectStore } from './object-store.ts';
import { cleaningEnds, type Pointer, readPointer, writePointer } from './pointer.ts';

/** Work that must not run beside a deploy. It calls `goOn` between its steps, which throws if others no longer wait for it. */
type LeasedWork = (goOn: () => Promise<void>) => Promise<void>;

/**
 * Runs work while the pointer says so: deploys wait meanwhile. The announcement is withdrawn at the end, also of work that fails.
 *
 * @param next What the pointer says from now on.
 * @param tag The state of the pointer to which this was decided.
 * @param done What it says after the work, if that succeeds.
 * @returns Whether the work was done; `false` if the pointer was in another state.
 * @throws LiveError if others no longer waited for it.
 */
export async function underLease(
  store: ObjectStore,
  next: Pointer,
  tag: string | undefined,
  work: LeasedWork,
  done: (says: Pointer) => Pointer = (says) => says,
): Promise<boolean> {
  let id = randomUUID();
  let since = performance.now();
  if (!(await writePointer(store, { ...next, cleaning: id }, tag))) return false;
  const change = async (to: (says: Pointer) => Pointer): Promise<void> => {
    const state = await readPointer(store);
    if (state?.says.cleaning !== id || !(await writePointer(store, to(state.says), state.tag)))
      throw new LiveError(`This took so long in ${store.address} that others no longer wait for it. Run it again.`);
  };
  const goOn = async () => {
    if (performance.now() - since < cleaningEnds / 4) return;
    const renewed = randomUUID();
    const renewedAt = performance.now();
    await change((says) => ({ ...says, cleaning: renewed }));
    id = renewed;
    since = renewedAt;
  };
  const withdrawn = ({ cleaning: _, ...says }: Pointer): Pointer => says;
  try {
    await work(goOn);
  } catch (error) {
    // If the store is away, the announcement ends by itself.
    await change(withdrawn).catch(() => {});
    throw error;
  }
  await change((says) => done(withdrawn(says)));
  return true;
}

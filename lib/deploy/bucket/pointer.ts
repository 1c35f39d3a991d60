import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { LiveError } from '../../serve/live-error.ts';
import type { ObjectStore, PutSettings } from './object-store.ts';
import { StoreError } from './store-fault.ts';
import { takeTurns } from './turns.ts';

const listed = z.object({ name: z.string(), root: z.string(), files: z.number() });

const pointer = z.object({
  version: z.literal(1),
  /** Names this write of it: whoever does not hear whether a write succeeded looks for this. */
  written: z.string(),
  /** The name of the release that is live. */
  live: z.string(),
  /** The releases that can be made live, oldest first. */
  releases: z.array(listed).readonly(),
  /** How often objects have been deleted: uploads from before may have been among them. */
  cleaned: z.number(),
  /** The cleaning that is running, or was interrupted. */
  cleaning: z.string().optional(),
});

/** A release in a bucket: its name, the digest of the root of its manifest, and how many files it has. */
export type ReleaseInBucket = z.infer<typeof listed>;

/** What the pointer says: the one object in a bucket that ever changes. A write of it is the switch. */
export type Pointer = z.infer<typeof pointer>;

/** A state of the pointer in the store: what it says, and its tag, by which a write of the next state names it. */
export type PointerState = { says: Pointer; tag: string };

/** The key of the pointer. */
const pointerKey = 'current.json';

/** How long others wait for a cleaning without a sign of life, in milliseconds; it gives one in a quarter of the time. */
export const cleaningEnds = 60_000;

/** How often a write is tried while others write. */
const mostTries = 50;

/**
 * Reads the pointer; `undefined` if nothing was deployed there.
 *
 * @throws LiveError if it is not a pointer.
 */
export async function readPointer(store: Pick<ObjectStore, 'get' | 'address'>): Promise<PointerState | undefined> {
  const found = await store.get(pointerKey);
  if (!found) return undefined;
  try {
    return { says: pointer.parse(JSON.parse(found.bytes.toString('utf8'))), tag: found.tag };
  } catch {
    throw new LiveError(
      `${store.address}/${pointerKey} is not from a deploy. Name a prefix of the bucket that nothing else uses.`,
    );
  }
}

/** The live release that a pointer names. */
export function liveIn({ live, releases }: Pointer): ReleaseInBucket | undefined {
  return releases.find(({ name }) => name === live);
}

/** What a bucket without a release says. */
export const nothing: Pointer = { version: 1, written: '', live: '', releases: [], cleaned: 0 };

/**
 * Changes the pointer in one step: the store writes it only if nobody else has in between; otherwise the change is made
 * again, from what the pointer says then. While a cleaning is running, nothing is changed.
 *
 * @param change Makes the next state; `undefined` leaves it as it is. It does what has to be done before it, such as uploads.
 * @returns What the pointer says in the end.
 */
export async function changePointer(
  store: ObjectStore,
  say: (line: string) => void,
  change: (says: Pointer, isFirst: boolean) => Promise<Pointer | undefined>,
): Promise<Pointer> {
  const says = await takeTurns(mostTries, async (time) => {
    const state = await readPointer(store);
    const settled = state && (await afterCleaning(store, state, say));
    const before = settled?.says ?? nothing;
    const next = await change(before, settled === undefined);
    if (!next) return before;
    const written = await writePointer(store, next, settled?.tag);
    if (!written && time === 0) say(`Another deploy to ${store.address} was faster. Trying again …`);
    return written;
  });
  if (says) return says;
  throw new LiveError(
    `Others keep changing ${store.address}. What is live is what they deployed. Try again when they have ended.`,
  );
}

/**
 * Writes the pointer if it is still in the state with this tag, or if there is none.
 *
 * @returns `undefined` if it is in another state.
 * @throws StoreError if it was not written; another LiveError if that is not known.
 */
export async function writePointer(
  store: ObjectStore,
  next: Pointer,
  tag: string | undefined,
): Promise<Pointer | undefined> {
  const says = { ...next, written: randomUUID() };
  let fault: unknown;
  const settings: PutSettings = {
    type: 'application/json; charset=utf-8',
    cacheControl: 'no-cache',
    only: tag === undefined ? 'if new' : { ifTag: tag },
  };
  const isWritten = await store
    .put(pointerKey, Buffer.from(`${JSON.stringify(says, null, 2)}\n`), settings)
    .catch((error: unknown) => {
      fault = error;
      return false;
    });
  if (isWritten) return says;
  // A write whose answer was lost may have succeeded; if it was tried again, it was refused for that reason.
  const latest = await readPointer(store).catch((error: unknown) => {
    throw error instanceof StoreError ? new LiveError(`${error.message} ${mayBeWritten(store)}`) : error;
  });
  if (latest?.says.written === says.written) return says;
  if (fault !== undefined) throw fault;
  return undefined;
}

function mayBeWritten({ address }: ObjectStore): string {
  return `The last step may have been done or not. Look what is live: npm run deploy -- ${address} --list`;
}

/** Waits while a cleaning is running: what it deletes must not be relied on. One that was interrupted ends by itself. */
export async function afterCleaning(
  store: ObjectStore,
  state: PointerState,
  say: (line: string) => void,
): Promise<PointerState> {
  let latest = state;
  let seen = latest.says.cleaning;
  let since = performance.now();
  if (seen !== undefined) say(`Others are deleting or copying in ${store.address}. Waiting for that to end …`);
  while (latest.says.cleaning !== undefined) {
    if (latest.says.cleaning !== seen) {
      seen = latest.says.cleaning;
      since = performance.now();
    }
    if (performance.now() - since > cleaningEnds) {
      const { cleaning: _, ...rest } = latest.says;
      return { says: rest, tag: latest.tag };
    }
    await setTimeout(500);
    latest = (await readPointer(store)) ?? latest;
  }
  return latest;
}

import { createHash } from 'node:crypto';
import { decodeActionResult, encodeActionResult } from './action-result.ts';
import type { OutputPlace } from './output-places.ts';

/** The kinds of outputs that are kept. */
type OutputKind = 'article' | 'file' | 'card' | 'picture' | 'search';

/** Files of an output, by name. */
type OutputFiles = ReadonlyMap<string, Uint8Array>;

/**
 * Keeps outputs of builds where other machines find them, by what they were made from. It never fails: whatever cannot be read is made
 * again, and whatever cannot be written is made by others.
 */
export type OutputCache = {
  /** The files of an output; `undefined` if it must be made. Their bytes have the digests under which they were stored. */
  take: (kind: OutputKind, madeFrom: string) => Promise<OutputFiles | undefined>;
  keep: (kind: OutputKind, madeFrom: string, files: OutputFiles) => Promise<void>;
  /** What it did, in one line. */
  summary: () => string;
};

/** How many requests for outputs are under way at once. */
export const requestsAtOnce = 32;

/** The form of what is stored: another form has other keys. */
const form = 'standfirst 1';

/** After this many faults of a place, nothing is asked of it any more: each may take as long as a request may. */
const mostFaults = 5;

/** After how many good answers a fault is forgotten: of a hundred thousand requests, some fail anywhere. */
const forgottenAfter = 100;

/** A request that takes longer than this is a fault, too, in milliseconds. */
const slow = 2000;

type Place = OutputPlace & { faults: number; isGivenUp: boolean };

/**
 * Opens a cache in places. It is read from all of them, in this order, and written to the first, also what another one has: in the end,
 * the first has everything that the build needed.
 *
 * @param say Receives why a place is no longer used.
 */
export function outputCache(places: readonly OutputPlace[], say: (line: string) => void): OutputCache {
  const all: Place[] = places.map((place) => ({ ...place, faults: 0, isGivenUp: false }));
  const counts = { taken: 0, made: 0, kept: 0, wrong: 0 };

  const attempt = async <Result>(place: Place, work: () => Promise<Result>): Promise<Result | undefined> => {
    if (place.isGivenUp) return undefined;
    const began = performance.now();
    const fault = (why: string) => {
      place.faults += 1;
      if (place.isGivenUp || place.faults < mostFaults) return;
      place.isGivenUp = true;
      say(`The cache at ${place.name} is not used any more by this build: ${why}. The build makes everything itself.`);
    };
    try {
      const result = await work();
      if (performance.now() - began > slow) fault('it is slow');
      else place.faults = Math.max(0, place.faults - 1 / forgottenAfter);
      return result;
    } catch (error) {
      fault(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  };
  const takeFrom = async (place: Place, key: string): Promise<OutputFiles | undefined> => {
    const action = await attempt(place, () => place.get(`ac/${key}`));
    const files = action && decodeActionResult(action);
    if (!files || files.length === 0) return undefined;
    const found = new Map<string, Uint8Array>();
    for (const { path, digest } of files) {
      const bytes = isDigest(digest) ? await attempt(place, () => place.get(`cas/${digest}`)) : undefined;
      if (!bytes) return undefined;
      if (digestOf(bytes) !== digest) {
        counts.wrong += 1;
        return undefined;
      }
      found.set(path, bytes);
    }
    return found;
  };
  const put = async (place: Place, path: string, bytes: Uint8Array): Promise<boolean> => {
    const isWritten = await attempt(place, async () => {
      await place.put(path, bytes);
      return true;
    });
    return isWritten ?? false;
  };
  const write = async (kind: OutputKind, madeFrom: string, files: OutputFiles): Promise<boolean> => {
    const [place] = all;
    if (!place) return false;
    const noted = [...files].map(([path, bytes]) => ({
      path,
      digest: digestOf(bytes),
      size: bytes.byteLength,
      bytes,
    }));
    // The action comes last: whoever finds it finds its files.
    for (const { digest, bytes } of noted) {
      if (!(await put(place, `cas/${digest}`, bytes))) return false;
    }
    return put(place, `ac/${keyOf(kind, madeFrom)}`, encodeActionResult(noted));
  };
  return {
    take: async (kind, madeFrom) => {
      const key = keyOf(kind, madeFrom);
      for (const [index, place] of all.entries()) {
        const found = await takeFrom(place, key);
        if (!found) continue;
        counts.taken += 1;
        if (index > 0) await write(kind, madeFrom, found);
        return found;
      }
      counts.made += 1;
      return undefined;
    },
    keep: async (kind, madeFrom, files) => {
      if (await write(kind, madeFrom, files)) counts.kept += 1;
    },
    summary: () => {
      const { taken, made, kept, wrong } = counts;
      const number = (count: number) => count.toLocaleString('en');
      const ofWrong = wrong > 0 ? `, ${number(wrong)} had wrong bytes and were ignored` : '';
      return `Cache: ${number(taken)} of ${number(taken + made)} outputs taken from it, ${number(kept)} written to it${ofWrong}`;
    },
  };
}

function keyOf(kind: OutputKind, madeFrom: string): string {
  return digestOf(Buffer.from(JSON.stringify([form, kind, madeFrom])));
}

const isDigest = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { taskQueue } from '../../processes/task-queue.ts';

/**
 * A map in parts, for a manifest too large to be sent or read as a whole. Each part is named for its content. Entries
 * are in the order of their keys, and a part ends at a key that its own digest decides: a change of some entries changes
 * the parts that have them, and those above, and no others. (The name for this in books is a prolly tree.)
 */
export type Tree<Value> = { root: string; count: number; parts: ReadonlyMap<string, Part<Value>> };

/** A part: entries in a leaf, or above them the parts of the level below, each with its first key. */
export type Part<Value> = { level: number; entries: readonly (readonly [string, Value])[] } | Index;
type Index = { level: number; below: readonly (readonly [string, string])[] };

/** Gets a part by its digest. */
export type PartOf<Value> = (digest: string) => Promise<Part<Value>>;

/** How many entries a part has: on average twice the first figure, at most the second; fewer only at the end. */
const fewest = 64;
const most = 512;

/** How many parts are read at once. */
const atOnce = 32;

/** Makes a tree of entries. The same entries give the same tree, in whatever order they come. */
export function plantTree<Value>(entries: Iterable<readonly [string, Value]>): Tree<Value> {
  const parts = new Map<string, Part<Value>>();
  const put = (part: Part<Value>): string => {
    const digest = digestOf(partBytes(part));
    parts.set(digest, part);
    return digest;
  };
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
  let level = 0;
  let row = cut(sorted, level).map((some) => [firstKey(some), put({ level, entries: some })] as const);
  while (row.length > 1) {
    level += 1;
    row = cut(row, level).map((some) => [firstKey(some), put({ level, below: some })] as const);
  }
  return { root: row[0]?.[1] ?? put({ level: 0, entries: [] }), count: sorted.length, parts };
}

const firstKey = <Item>(some: readonly (readonly [string, Item])[]): string => some[0]?.[0] ?? '';

/** Cuts sorted items before keys that their checksums choose: each level looks at other bits of them. */
function cut<Item>(items: readonly (readonly [string, Item])[], level: number): (readonly [string, Item])[][] {
  const pieces: (readonly [string, Item])[][] = [];
  let piece: (readonly [string, Item])[] = [];
  for (const item of items) {
    const isChosen = ((crc32(item[0]) >>> ((level % 5) * 6)) & (fewest - 1)) === 0;
    if (piece.length >= most || (isChosen && piece.length >= fewest)) {
      pieces.push(piece);
      piece = [];
    }
    piece.push(item);
  }
  if (piece.length > 0) pieces.push(piece);
  return pieces;
}

/** The bytes of a part, by whose digest it is stored. */
export function partBytes(part: Part<unknown>): Buffer {
  return Buffer.from(JSON.stringify(part));
}

/** SHA-256 in hexadecimal. */
export function digestOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Reads the bytes of a part.
 *
 * @throws Error if they are not those of a part with such values.
 */
export function parsePart<Value>(bytes: Buffer, value: z.ZodType<Value>): Part<Value> {
  const level = z.number();
  const leaf = z.object({ level, entries: z.array(z.tuple([z.string(), value])).readonly() });
  const index = z.object({ level, below: z.array(z.tuple([z.string(), z.string()])).readonly() });
  return z.union([leaf, index]).parse(JSON.parse(bytes.toString('utf8')));
}

/** The value of a key; `undefined` if the tree does not have it. Reads one part of each level. */
export async function findIn<Value>(root: string, key: string, partOf: PartOf<Value>): Promise<Value | undefined> {
  let part = await partOf(root);
  while ('below' in part) {
    const next = lastUpTo(part.below, key);
    if (next === undefined) return undefined;
    part = await partOf(next[1]);
  }
  const found = lastUpTo(part.entries, key);
  return found?.[0] === key ? found[1] : undefined;
}

/** The last of sorted entries whose key is this one or comes before it. */
function lastUpTo<Entry extends readonly [string, unknown]>(entries: readonly Entry[], key: string): Entry | undefined {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((entries[middle]?.[0] ?? '') <= key) low = middle + 1;
    else high = middle;
  }
  return entries[low - 1];
}

/**
 * The digests of all parts of a tree, leaves included, without reading a leaf.
 *
 * @param isKnown Parts that need not be looked into: they are listed, and those below them are not.
 */
export async function partsOf<Value>(
  root: string,
  partOf: PartOf<Value>,
  isKnown: (digest: string) => boolean = () => false,
): Promise<{ all: Set<string>; leaves: Set<string> }> {
  const all = new Set([root]);
  const leaves = new Set<string>();
  let row = isKnown(root) ? [] : [root];
  while (row.length > 0) {
    const next: string[] = [];
    const queue = taskQueue(atOnce);
    for (const digest of row) {
      await queue.add(async () => {
        const part = await partOf(digest);
        if (!('below' in part)) return void leaves.add(digest);
        for (const [, below] of part.below) {
          all.add(below);
          if (isKnown(below)) continue;
          if (part.level === 1) leaves.add(below);
          else next.push(below);
        }
      });
    }
    await queue.done();
    row = next;
  }
  return { all, leaves };
}

/** Visits the entries of some leaves, of which few are in memory at once. */
export async function visitEntries<Value>(
  leaves: Iterable<string>,
  partOf: PartOf<Value>,
  visit: (key: string, value: Value) => void,
): Promise<void> {
  const queue = taskQueue(atOnce);
  for (const digest of leaves) {
    await queue.add(async () => {
      const part = await partOf(digest);
      if ('entries' in part) for (const [key, value] of part.entries) visit(key, value);
    });
  }
  await queue.done();
}

/** The entries of some leaves. */
export async function entriesOf<Value>(leaves: Iterable<string>, partOf: PartOf<Value>): Promise<Map<string, Value>> {
  const found = new Map<string, Value>();
  await visitEntries(leaves, partOf, (key, value) => found.set(key, value));
  return found;
}

/** All entries of a tree. */
export async function allEntries<Value>(root: string, partOf: PartOf<Value>): Promise<Map<string, Value>> {
  return entriesOf((await partsOf(root, partOf)).leaves, partOf);
}

/** The entries of leaves that one tree has and the other does not have: what both have is in none of them. */
export async function difference<Value>(
  before: string,
  after: string,
  partOf: PartOf<Value>,
): Promise<{ before: Map<string, Value>; after: Map<string, Value> }> {
  if (before === after) return { before: new Map(), after: new Map() };
  const one = await partsOf(before, partOf);
  const other = await partsOf(after, partOf);
  return {
    before: await entriesOf(one.leaves.difference(other.leaves), partOf),
    after: await entriesOf(other.leaves.difference(one.leaves), partOf),
  };
}

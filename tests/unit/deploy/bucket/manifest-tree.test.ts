import { crc32 } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  difference,
  entriesOf,
  findIn,
  type Part,
  parsePart,
  partBytes,
  partsOf,
  plantTree,
  type Tree,
} from '@/lib/deploy/bucket/manifest-tree.ts';

const some = (count: number): (readonly [string, number])[] =>
  Array.from({ length: count }, (_, index) => [`articles/a${index}/`, index]);

/** Reads parts as a store keeps them, and counts. */
function reading(...trees: Tree<number>[]) {
  const parts = new Map(trees.flatMap((tree) => [...tree.parts]).map(([digest, part]) => [digest, partBytes(part)]));
  const read: string[] = [];
  const partOf = async (digest: string): Promise<Part<number>> => {
    read.push(digest);
    return parsePart(parts.get(digest) ?? Buffer.from(''), z.number());
  };
  return { partOf, read };
}

describe('A manifest in parts', () => {
  test.each([0, 1, 63, 64, 65, 1000, 20_000])('has each of its entries, and no other: %i', async (count) => {
    const tree = plantTree(some(count));
    const { partOf } = reading(tree);
    const { leaves } = await partsOf(tree.root, partOf);
    expect(tree.count).toBe(count);
    expect(await entriesOf(leaves, partOf)).toEqual(new Map(some(count)));
    for (const index of [0, 7, count - 1].filter((one) => one >= 0 && one < count))
      expect(await findIn(tree.root, `articles/a${index}/`, partOf)).toBe(index);
    for (const key of ['', 'articles/a', 'articles/a7/x', 'zzz'])
      expect(await findIn(tree.root, key, partOf)).toBeUndefined();
  });

  test('is the same in whatever order its entries come', () => {
    expect(plantTree(some(3000).reverse()).root).toBe(plantTree(some(3000)).root);
  });

  test('has parts of a bounded size', () => {
    const sizes = [...plantTree(some(50_000)).parts.values()].map((part) =>
      'below' in part ? part.below.length : part.entries.length,
    );
    expect(Math.max(...sizes)).toBeLessThanOrEqual(512);
    expect(sizes.length).toBeLessThan(50_000 / 64);
  });

  test('has parts of a bounded size even if no key ends one', () => {
    const ends = ([key]: readonly [string, number]) => (crc32(key) & 63) === 0;
    const leaves = [...plantTree(some(3000).filter((entry) => !ends(entry))).parts.values()];
    const sizes = leaves.flatMap((part) => ('entries' in part ? part.entries.length : []));
    expect(sizes.slice(0, -1)).toEqual([512, 512, 512, 512, 512]);
  });

  test('shares the parts above its leaves, too, with one in which two leaves became one', () => {
    const entries = some(60_000);
    const before = plantTree(entries);
    const rows = [...before.parts.values()].flatMap((part) =>
      'below' in part && part.level === 1 ? [part.below] : [],
    );
    const first = rows.find((row) => row[0]?.[0] === 'articles/a0/');
    const end = first?.[3]?.[0];
    const after = plantTree(entries.filter(([key]) => key !== end));
    expect(rows.length).toBeGreaterThan(5);
    expect([...after.parts.keys()].filter((digest) => !before.parts.has(digest)).length).toBeLessThanOrEqual(5);
  });

  test.each<[string, (entries: (readonly [string, number])[]) => void]>([
    ['changed', (entries) => entries.splice(7000, 1, ['articles/a7/', -1])],
    ['added', (entries) => entries.push(['articles/a7777x/', -1])],
    ['removed', (entries) => entries.splice(9000, 1)],
  ])('shares all but a few parts with one in which an entry was %s', async (_what, change) => {
    const entries = some(20_000);
    const before = plantTree(entries);
    change(entries);
    const after = plantTree(entries);
    const others = [...after.parts.keys()].filter((digest) => !before.parts.has(digest));
    expect(others.length).toBeLessThanOrEqual(8);
    expect(others.length).toBeGreaterThan(1);

    const { partOf, read } = reading(before, after);
    const differing = await difference(before.root, after.root, partOf);

    const [one, other] = [new Map(some(20_000)), new Map(entries)];
    const differs = (key: string) => one.get(key) !== other.get(key);
    for (const key of [...one.keys(), ...other.keys()].filter(differs)) {
      expect([differing.before.get(key), differing.after.get(key)]).toEqual([one.get(key), other.get(key)]);
    }
    expect(differing.before.size).toBeLessThan(2000);
    expect(read.length).toBeLessThan(30);
  });

  test('that is not one is refused', () => {
    expect(() => parsePart(Buffer.from('{"level":0,"entries":[["a","b"]]}'), z.number())).toThrow();
    expect(() => parsePart(Buffer.from('{}'), z.number())).toThrow();
  });
});

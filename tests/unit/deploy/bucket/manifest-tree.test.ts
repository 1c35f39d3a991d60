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

import { expect, test } from 'vitest';
import { recentParts } from '@/lib/deploy/bucket/recent-parts.ts';

test('Recent parts are in memory, at most as many as allowed; one that could not be read is read again', async () => {
  const read: string[] = [];
  let isAway = false;
  const partOf = recentParts(async (digest) => {
    read.push(digest);
    if (isAway) throw new Error('away');
    return { level: 0, entries: [[digest, 1]] };
  }, 2);

  await Promise.all([partOf('a'), partOf('a')]);
  await partOf('b');
  await partOf('a');
  expect(read).toEqual(['a', 'b']);
  // The one that was not asked for the longest makes room.
  await partOf('c');
  await partOf('a');
  await partOf('b');
  expect(read).toEqual(['a', 'b', 'c', 'b']);

  isAway = true;
  await expect(partOf('d')).rejects.toThrow('away');
  isAway = false;
  expect(await partOf('d')).toEqual({ level: 0, entries: [['d', 1]] });
  expect(read.slice(4)).toEqual(['d', 'd']);
});

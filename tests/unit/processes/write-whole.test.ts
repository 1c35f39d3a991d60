import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeAllWhole } from '@/lib/processes/write-whole.ts';
import { aTemporaryFolder } from '../../support/temporary-folder.ts';

describe('Many files that are written whole', () => {
  const filesIn = (dir: string) => ['a', 'b', 'c'].map((name) => ({ file: join(dir, name), bytes: Buffer.from(name) }));

  test('are all there with their bytes, and nothing else is', async () => {
    const dir = aTemporaryFolder();
    await writeAllWhole(filesIn(dir));
    expect(readdirSync(dir).map((name) => [name, readFileSync(join(dir, name), 'utf8')])).toEqual([
      ['a', 'a'],
      ['b', 'b'],
      ['c', 'c'],
    ]);
  });

  test.each<[string, (unfinished: string) => void]>([
    ['the beginning of one', (unfinished) => writeFileSync(unfinished, 'beginning')],
    ['a folder', (unfinished) => mkdirSync(join(unfinished, 'within'), { recursive: true })],
  ])('are written over what a killed process has left: %s', async (_what, leave) => {
    const dir = aTemporaryFolder();
    leave(join(dir, 'b.new'));
    await writeAllWhole(filesIn(dir));
    expect(readdirSync(dir)).toEqual(['a', 'b', 'c']);
    expect(readFileSync(join(dir, 'b'), 'utf8')).toBe('b');
  });

  test('fail with the reason of the file system, without a half of one under its name', async () => {
    const dir = join(aTemporaryFolder(), 'missing');
    await expect(writeAllWhole(filesIn(dir))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

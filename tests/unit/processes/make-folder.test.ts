import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder } from '@/lib/processes/make-folder.ts';
import { aTemporaryFolder } from '../../support/temporary-folder.ts';

describe('A folder', () => {
  test('is made with those above it, and the highest of them is named', () => {
    const dir = aTemporaryFolder();

    expect(makeFolder(join(dir, 'a/b/c'))).toBe(join(dir, 'a'));
    expect(existsSync(join(dir, 'a/b/c'))).toBe(true);
    expect(makeFolder(join(dir, 'a/b/c'))).toBeUndefined();
    expect(makeFolder(join(dir, 'a/b/d/'))).toBe(join(dir, 'a/b/d'));
  });

  test('is not made in the place of a file, or in one', () => {
    const dir = aTemporaryFolder();
    writeFileSync(join(dir, 'file'), '');

    expect(() => makeFolder(join(dir, 'file'))).toThrow(expect.objectContaining({ code: 'EEXIST' }));
    expect(() => makeFolder(join(dir, 'file/a'))).toThrow(expect.objectContaining({ code: 'ENOTDIR' }));
  });

  test.skipIf(process.platform !== 'linux')('is not tried for ever where none can be made', () => {
    expect(() => makeFolder('/proc/standfirst/a/b')).toThrow(/EN|EPERM|EACCES/);
  });
});

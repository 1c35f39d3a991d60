import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { systemFault } from '@/lib/processes/system-fault.ts';
import { aTemporaryFolder } from '../../support/temporary-folder.ts';

/** The error that some work throws. */
function errorOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('There was no error.');
}

describe('A fault of the system', () => {
  test('is said in words, with the file', () => {
    const file = join(aTemporaryFolder(), 'gone.md');
    const end = 'Fix this, then try again.';
    expect(systemFault(errorOf(() => readFileSync(file)))).toBe(`A file or folder is missing: ${file}. ${end}`);
    writeFileSync(file, '');
    expect(systemFault(errorOf(() => readdirSync(file)))).toBe(`A file is where a folder must be: ${file}. ${end}`);
  });

  test('is a full disk where the database has no room', () => {
    const db = new DatabaseSync(join(aTemporaryFolder(), 'full.db'));
    db.exec('CREATE TABLE texts (text TEXT); PRAGMA max_page_count = 3;');
    const error = errorOf(() => db.prepare('INSERT INTO texts VALUES (?)').run('x'.repeat(100_000)));
    db.close();
    expect(systemFault(error)).toBe('The disk is full. Delete what is not needed, then try again.');
  });

  test('is nothing that the code has done', () => {
    const errors = [new TypeError('x is not a function'), errorOf(() => new DatabaseSync(':memory:').exec('NONSENSE'))];
    expect(errors.map(systemFault)).toEqual([undefined, undefined]);
  });
});

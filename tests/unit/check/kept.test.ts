import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { openKept } from '@/lib/check/kept.ts';
import { aTemporaryFolder } from '../../support/temporary-folder.ts';

/** What a cache file returns for `a` in state `1`, after an earlier session has stored something. */
function putAndGet(file: string): unknown {
  const first = openKept(file);
  first.put('a', '1', { text: 'one', list: new Map([['b', undefined]]) });
  first.close();
  const second = openKept(file);
  const found = second.get('a', '1');
  second.close();
  return found;
}

describe('What is kept', () => {
  test('is there for the next who opens the file, whatever kind of data it is', () => {
    expect(putAndGet(join(aTemporaryFolder(), 'new/kept.db'))).toEqual({
      text: 'one',
      list: new Map([['b', undefined]]),
    });
  });

  test('is there in its state alone', () => {
    const kept = openKept(join(aTemporaryFolder(), 'kept.db'));
    kept.put('a', '1', 'one');

    expect([kept.get('a', '1'), kept.get('a', '2'), kept.get('b', '1')]).toEqual(['one', undefined, undefined]);
    kept.close();
  });

  test('is forgotten where nobody names it', () => {
    const kept = openKept(join(aTemporaryFolder(), 'kept.db'));
    for (const key of ['a', 'b']) kept.put(key, '1', key);
    kept.keepOnly(new Set(['b']));

    expect([kept.get('a', '1'), kept.get('b', '1')]).toEqual([undefined, 'b']);
    kept.close();
  });
});

describe('A file that', () => {
  test('lies where no folder can be made keeps nothing', () => {
    expect(putAndGet('/proc/nowhere/kept/kept.db')).toBeUndefined();
  });

  test('is no database is begun anew', () => {
    const file = join(aTemporaryFolder(), 'kept.db');
    writeFileSync(file, 'Not a database, and long enough to be told from an empty one.'.repeat(20));

    expect(putAndGet(file)).toMatchObject({ text: 'one' });
  });

  test('holds other tables is begun anew', () => {
    const file = join(aTemporaryFolder(), 'kept.db');
    const db = new DatabaseSync(file);
    db.exec('CREATE TABLE kept (something TEXT)');
    db.close();

    expect(putAndGet(file)).toMatchObject({ text: 'one' });
  });

  test('holds what nobody can read has nothing', () => {
    const file = join(aTemporaryFolder(), 'kept.db');
    putAndGet(file);
    const db = new DatabaseSync(file);
    db.prepare('UPDATE kept SET value = ?').run(new Uint8Array([1, 2, 3]));
    db.close();
    const kept = openKept(file);

    expect(kept.get('a', '1')).toBeUndefined();
    kept.close();
  });

  test('cannot be written keeps nothing, and nobody minds', () => {
    const dir = aTemporaryFolder();
    writeFileSync(join(dir, 'file'), '');
    mkdirSync(join(dir, 'folder.db'));

    expect(putAndGet(join(dir, 'file/kept.db'))).toBeUndefined();
    expect(putAndGet(join(dir, 'folder.db'))).toBeUndefined();
  });

  test('was closed answers nothing', () => {
    const kept = openKept(join(aTemporaryFolder(), 'kept.db'));
    kept.put('a', '1', 'one');
    kept.close();
    kept.close();

    expect(kept.get('a', '1')).toBeUndefined();
  });
});

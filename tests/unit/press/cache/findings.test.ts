import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { cacheDatabase, passingDatabase } from '@/lib/press/cache/build-cache.ts';
import { findingsIn, findingsInMemory } from '@/lib/press/cache/findings.ts';
import { aTemporaryFolder } from '../../../support/temporary-folder.ts';

/** What a file answers for `a` in state `1`, after something was put there by an earlier opening. */
function putAndGet(file: string): unknown {
  const first = cacheDatabase(file);
  findingsIn({ db: first }).put('a', '1', { text: 'one', list: new Map([['b', undefined]]) });
  first.close();
  const second = cacheDatabase(file);
  const found = findingsIn({ db: second }).get('a', '1');
  second.close();
  return found;
}

describe('Findings', () => {
  test('are there for the next who opens the file, whatever kind of data they are', () => {
    expect(putAndGet(join(aTemporaryFolder(), 'new/cache.db'))).toEqual({
      text: 'one',
      list: new Map([['b', undefined]]),
    });
  });

  test('are there in their state alone', () => {
    const findings = findingsInMemory();
    findings.put('a', '1', 'one');

    expect([findings.get('a', '1'), findings.get('a', '2'), findings.get('b', '1')]).toEqual([
      'one',
      undefined,
      undefined,
    ]);
  });

  test('are forgotten if nobody names them', () => {
    const findings = findingsInMemory();
    for (const key of ['a', 'b']) findings.put(key, '1', key);
    findings.keepOnly(new Set(['b']));

    expect([findings.get('a', '1'), findings.get('b', '1')]).toEqual([undefined, 'b']);
  });

  test('that nobody can read are missing', () => {
    const db = passingDatabase();
    const findings = findingsIn({ db });
    findings.put('a', '1', 'one');
    db.prepare('UPDATE findings SET value = ?').run(new Uint8Array([1, 2, 3]));

    expect(findings.get('a', '1')).toBeUndefined();
  });

  test('that cannot be written or asked for any more are missing, and nobody minds', () => {
    const db = passingDatabase();
    const findings = findingsIn({ db });
    db.close();
    findings.put('a', '1', 'one');

    expect(findings.get('a', '1')).toBeUndefined();
  });
});

describe('A file for a cache that', () => {
  test('is where no folder can be made keeps nothing', () => {
    expect(putAndGet('/proc/nowhere/kept/cache.db')).toBeUndefined();
  });

  test('is no database is begun anew', () => {
    const file = join(aTemporaryFolder(), 'cache.db');
    writeFileSync(file, 'Not a database, and long enough to be told from an empty one.'.repeat(20));

    expect(putAndGet(file)).toMatchObject({ text: 'one' });
  });

  test('holds other tables is begun anew', () => {
    const file = join(aTemporaryFolder(), 'cache.db');
    const db = new DatabaseSync(file);
    db.exec('CREATE TABLE findings (something TEXT)');
    db.close();

    expect(putAndGet(file)).toMatchObject({ text: 'one' });
  });

  test('cannot be opened keeps nothing', () => {
    const dir = aTemporaryFolder();
    writeFileSync(join(dir, 'file'), '');
    mkdirSync(join(dir, 'folder.db'));

    expect(putAndGet(join(dir, 'file/cache.db'))).toBeUndefined();
    expect(putAndGet(join(dir, 'folder.db'))).toBeUndefined();
  });
});

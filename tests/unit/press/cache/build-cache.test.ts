import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { buildCacheFile, openBuildCache } from '@/lib/press/cache/build-cache.ts';
import { WorkError } from '@/lib/processes/work-error.ts';
import { aTemporaryFolder } from '../../../support/temporary-folder.ts';

const articlesIn = (out: string): number => {
  const { db, close } = openBuildCache(out, () => {});
  const count = db.prepare('SELECT count(*) AS count FROM shown_articles').get()?.['count'];
  close();
  return Number(count);
};

/** The output folder of a build cache in which one article is recorded as shown. */
function withOneArticle(): { out: string; file: string } {
  const out = join(aTemporaryFolder(), 'out');
  const { db, close } = openBuildCache(out, () => {});
  db.exec(`INSERT INTO shown_articles VALUES ('storm')`);
  close();
  return { out, file: buildCacheFile(out) };
}

describe('The database of a build cache', () => {
  test('keeps what is in it', () => {
    expect(articlesIn(withOneArticle().out)).toBe(1);
  });

  test('is begun anew if another version wrote it', () => {
    const { out, file } = withOneArticle();
    const db = new DatabaseSync(file);
    db.exec('PRAGMA user_version = 4');
    db.close();

    expect(articlesIn(out)).toBe(0);
  });

  test('is begun anew if it is none', () => {
    const out = join(aTemporaryFolder(), 'out');
    mkdirSync(dirname(buildCacheFile(out)), { recursive: true });
    writeFileSync(buildCacheFile(out), 'No database. '.repeat(1000));

    expect(articlesIn(out)).toBe(0);
  });

  test('leaves it to the system to say why its file cannot be opened', () => {
    const out = join(aTemporaryFolder(), 'out');
    mkdirSync(buildCacheFile(out), { recursive: true });

    expect(() => openBuildCache(out, () => {})).toThrow(
      expect.objectContaining({ code: 'EISDIR', path: buildCacheFile(out) }),
    );
  });

  test('stays as it is if another process does not let go of it, and the fault says what to do', () => {
    const { out, file } = withOneArticle();
    const before = statSync(file).ino;
    const other = new DatabaseSync(file);
    other.exec(`PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; INSERT INTO shown_articles VALUES ('rain')`);

    expect(() => openBuildCache(out, () => {})).toThrow(
      new WorkError(
        `${file} cannot be opened: database is locked. If another build is running, wait for it to end, then try again.`,
      ),
    );

    other.exec('COMMIT');
    other.close();
    expect([statSync(file).ino, articlesIn(out)]).toEqual([before, 2]);
  });
});

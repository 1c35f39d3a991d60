import { describe, expect, test } from 'vitest';
import { articleCache } from '@/lib/press/cache/article-cache.ts';
import { passingDatabase } from '@/lib/press/cache/build-cache.ts';
import { inOneStep } from '@/lib/processes/in-one-step.ts';
import { aTemporaryFolder } from '../../support/temporary-folder.ts';

const row = "INSERT INTO search_indexes VALUES ('a', 'b', 'c', 'd')";

describe('What is written in one step', () => {
  test('is there when the work has ended, and the answer comes back', () => {
    const db = passingDatabase();
    expect(
      inOneStep(db, () => {
        db.exec(row);
        return 7;
      }),
    ).toBe(7);
    expect(db.prepare('SELECT * FROM search_indexes').all()).toHaveLength(1);
  });

  test('is not there when the work throws, and the next step can be done', () => {
    const db = passingDatabase();
    const fails = () =>
      inOneStep(db, () => {
        db.exec(row);
        throw new Error('No more.');
      });
    expect(fails).toThrow('No more.');
    expect(db.prepare('SELECT * FROM search_indexes').all()).toEqual([]);
    inOneStep(db, () => db.exec(row));
    expect(db.prepare('SELECT * FROM search_indexes').all()).toHaveLength(1);
  });
});

test('Articles that were kept in a step which failed are parsed again', () => {
  const store = articleCache({ db: passingDatabase() }, aTemporaryFolder(), 'code');
  const parsed = { slug: 'storm', references: [], problems: [], reviewed: [] as never[] } as unknown as Parameters<
    typeof store.put
  >[2]['parsed'];
  let count = 0;
  const get = () =>
    store.get('storm', 'settings', () => {
      count += 1;
      return { parsed, body: undefined, text: undefined };
    });
  const fails = () =>
    store.inOneStep(() => {
      get();
      throw new Error('No more.');
    });
  store.suspect(new Set());

  expect(fails).toThrow('No more.');
  store.inOneStep(get);

  expect(count).toBe(2);
});

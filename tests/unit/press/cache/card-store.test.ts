import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { passingDatabase } from '@/lib/press/cache/build-cache.ts';
import { cardStore } from '@/lib/press/cache/card-store.ts';
import { writeWhole } from '@/lib/processes/write-whole.ts';
import { publish } from '@/lib/publication/publish.ts';
import { aContent, anArticle, aSite } from '../../../support/an-article.ts';
import { aTemporaryFolder } from '../../../support/temporary-folder.ts';

const now = Date.UTC(2026, 0, 20);

/** A store in its own build cache, and what it says about a publication of some articles. */
function aStore(code = 'code', buildCache = { dir: aTemporaryFolder(), db: passingDatabase() }) {
  const store = cardStore(buildCache, code);
  const cardsOf = (...articles: ReturnType<typeof anArticle>[]) =>
    store.cardsOf(publish(aContent({ articles, site: aSite() }), now));
  const draw = (cards: ReturnType<typeof cardsOf>) => {
    for (const { file, route } of store.missing(cards)) writeWhole(file, route);
  };
  return { ...store, cardsOf, draw, kept: () => readdirSync(join(buildCache.dir, 'cards')), buildCache };
}

describe('The cards of a publication', () => {
  test('are that of the site and one for each article', () => {
    const cards = aStore().cardsOf(anArticle({ slug: 'a' }), anArticle({ slug: 'b' }));
    expect(cards.map(({ route, path }) => [route, path])).toEqual([
      ['/card.png', 'card.png'],
      ['/articles/a/card.png', 'articles/a/card.png'],
      ['/articles/b/card.png', 'articles/b/card.png'],
    ]);
  });

  test('are drawn once: what is kept is not missing any more, for another process either', () => {
    const { cardsOf, missing, draw, buildCache } = aStore();
    const article = anArticle({ slug: 'a', title: 'One' });
    expect(missing(cardsOf(article))).toHaveLength(2);
    draw(cardsOf(article));
    expect(missing(cardsOf(article))).toEqual([]);
    const other = aStore('code', buildCache);
    expect(other.missing(other.cardsOf(article))).toEqual([]);
  });

  test('are drawn again where something else is to be seen, and only then', () => {
    const { cardsOf, missing, draw } = aStore();
    draw(cardsOf(anArticle({ slug: 'a', title: 'One' })));
    expect(missing(cardsOf(anArticle({ slug: 'a', title: 'One', lead: '<p>Another text.</p>' })))).toEqual([]);
    expect(missing(cardsOf(anArticle({ slug: 'a', title: 'Two' })))).toMatchObject([{ route: '/articles/a/card.png' }]);
  });

  test('are drawn again by other code', () => {
    const { cardsOf, draw, buildCache } = aStore();
    draw(cardsOf(anArticle()));
    const other = aStore('other code', buildCache);
    expect(other.missing(other.cardsOf(anArticle()))).toHaveLength(2);
  });

  test.each<[string, (unfinished: string) => void]>([
    ['the beginning of one', (unfinished) => writeFileSync(unfinished, 'beg')],
    ['a folder', (unfinished) => mkdirSync(`${unfinished}/within`, { recursive: true })],
  ])('are drawn whole where a killed build has left %s', (_what, leave) => {
    const { cardsOf, missing, draw, kept, buildCache } = aStore();
    const article = anArticle({ slug: 'a', title: 'One' });
    for (const { file } of cardsOf(article)) leave(`${file}.new`);
    leave(join(buildCache.dir, 'cards/other.new'));
    const cards = cardsOf(article);
    for (const { file } of cards) leave(`${file}.new`);
    draw(cards);
    expect(missing(cards)).toEqual([]);
    expect(kept()).toHaveLength(2);
  });

  test('that nobody has any more are forgotten', () => {
    const { cardsOf, draw, kept } = aStore();
    draw(cardsOf(anArticle({ slug: 'a', title: 'One' }), anArticle({ slug: 'b', title: 'Two' })));
    expect(kept()).toHaveLength(3);
    cardsOf(anArticle({ slug: 'b', title: 'Two' }));
    expect(kept()).toHaveLength(2);
  });

  test('that look the same are drawn once', () => {
    const { cardsOf, missing } = aStore();
    expect(missing(cardsOf(anArticle({ slug: 'a' }), anArticle({ slug: 'b' })))).toHaveLength(2);
  });

  test('are none of an article that readers cannot see yet', () => {
    expect(
      aStore()
        .cardsOf(anArticle({ slug: 'secret', published: now + 1 }))
        .map(({ path }) => path),
    ).toEqual(['card.png']);
  });
});

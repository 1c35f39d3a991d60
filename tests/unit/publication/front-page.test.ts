import { describe, expect, test } from 'vitest';
import { loadContent } from '@/lib/content/load-content.ts';
import { frontPage } from '@/lib/publication/front-page.ts';
import { pagesOf } from '@/lib/publication/pages/page-list.ts';
import { publish } from '@/lib/publication/publish.ts';
import { changesAhead } from '@/lib/publication/schedule.ts';
import { aContentFolder, anIndex, problemLines } from '../../support/content-folder.ts';

const now = Date.UTC(2026, 5);

/** Articles a1 to a<count>, of which a1 is the newest; every third is on the sea, the others on the weather. */
function content(keys: Record<string, string> = {}, front?: string, count = 8) {
  const articles = Array.from({ length: count }, (_, index) => `a${index + 1}`);
  const dir = aContentFolder({
    'articles/storm': undefined,
    'topics/sea.md': '---\nname: The sea\n---\n',
    ...Object.fromEntries(
      articles.map((slug, index) => [
        `articles/${slug}/index.md`,
        anIndex({ keys: keys[slug] ?? '' })
          .replace('weather', index % 3 === 0 ? 'sea' : 'weather')
          .replace('2026-01-19', new Date(Date.UTC(2026, 2, 30 - index)).toISOString().slice(0, 10)),
      ]),
    ),
    ...(front === undefined ? {} : { 'front.md': front }),
  });
  const loaded = loadContent(dir).content;
  if (!loaded) throw new Error(problemLines(dir).join('\n'));
  return loaded;
}

const slugs = (articles: readonly { slug: string }[]) => articles.map(({ slug }) => slug);

function front(...of: Parameters<typeof content>) {
  const { note, top, blocks, rest } = frontPage(publish(content(...of), now));
  return {
    note,
    top: slugs(top).join(' '),
    blocks: blocks.map(({ topic, articles }) => `${topic.name}: ${slugs(articles).join(' ')}`),
    rest: slugs(rest).join(' '),
  };
}

describe('The front page', () => {
  test('has the newest articles first if nobody arranges it', () => {
    expect(front()).toEqual({ note: '', top: 'a1 a2 a3 a4 a5 a6 a7 a8', blocks: [], rest: '' });
  });

  test.each([
    ['the newest article that is featured', { a4: 'featured: true', a6: 'featured: true' }, 'a4 a1 a2 a3 a5 a6 a7 a8'],
    ['what is pinned', { a7: 'pinnedUntil: 2026-06-02T00:00:00Z' }, 'a7 a1 a2 a3 a4 a5 a6 a8'],
    [
      'what is pinned before what is featured',
      { a7: 'pinnedUntil: 2026-06-02T00:00:00Z', a4: 'featured: true' },
      'a7 a4 a1 a2 a3 a5 a6 a8',
    ],
    ['nothing that is pinned no more', { a7: 'pinnedUntil: 2026-06-01T00:00:00Z' }, 'a1 a2 a3 a4 a5 a6 a7 a8'],
    ['no draft', { a7: 'pinnedUntil: 2026-06-02T00:00:00Z\ndraft: true' }, 'a1 a2 a3 a4 a5 a6 a8'],
  ])('has first %s', (_what, keys, top) => {
    expect(front(keys as Record<string, string>).top).toBe(top);
  });

  test('has what front.md picks before all else, without what readers cannot see', () => {
    const keys = { a7: 'pinnedUntil: 2026-06-02T00:00:00Z', a3: 'draft: true' };
    expect(front(keys, '---\nlead: a5\norder: [a3, a8]\n---\n\nWe are *moving*.\n')).toEqual({
      note: '<p>We are <em>moving</em>.</p>',
      top: 'a5 a8 a7 a1 a2 a4 a6',
      blocks: [],
      rest: '',
    });
  });

  test('has blocks by topic between a few articles and the others, and each article once', () => {
    const blocks = '---\nlead: a8\nblocks:\n  - topic: sea\n  - { topic: weather, articles: 1 }\n---\n';
    expect(front({}, blocks, 12)).toEqual({
      note: '',
      top: 'a8 a1 a2 a3 a4',
      blocks: ['The sea: a7 a10', 'Weather: a5'],
      rest: 'a6 a9 a11 a12',
    });
  });

  test('has no block without an article', () => {
    expect(front({}, '---\nblocks: [{ topic: sea }]\n---\n', 4)).toMatchObject({ blocks: [], rest: '' });
  });

  test('shows an old article that is picked, which stays on the page of its list as well', () => {
    const publication = publish(content({}, '---\nlead: a45\n---\n', 45), now);
    expect(slugs(frontPage(publication).top).slice(0, 2)).toEqual(['a45', 'a1']);
    expect(frontPage(publication).top).toHaveLength(26);
  });

  test('is made anew when its arrangement changes, and no other list is', () => {
    const pages = (text?: string) =>
      new Map(pagesOf(publish(content({}, text), now)).map((page) => [page.route, JSON.stringify(page.madeFrom)]));
    const before = pages();
    for (const text of ['---\nlead: a5\n---\n', '---\nblocks: [{ topic: sea }]\n---\n', '---\n---\n\nA note.\n']) {
      const changed = [...pages(text)]
        // The digest of an article depends on its folder, which differs here.
        .filter(([route, from]) => before.get(route) !== from && !route.startsWith('/articles/'))
        .map(([route]) => route);
      expect(changed).toEqual(['/']);
    }
  });

  test('changes by itself when a pin ends', () => {
    expect(changesAhead(content({ a7: 'pinnedUntil: 2026-06-02T00:00:00Z' }), now)).toContain(Date.UTC(2026, 5, 2));
  });

  test('cannot have an article pinned until before it is published', () => {
    const dir = aContentFolder({
      'articles/storm/index.md': anIndex({ keys: 'pinnedUntil: 2026-01-01T00:00:00Z' }),
    });
    expect(problemLines(dir).join()).toContain(
      'index.md:7:14  error  date-order  pinnedUntil is not after published. Correct one of the two.',
    );
  });
});

import { describe, expect, test } from 'vitest';
import { contentFiles } from '@/lib/check/content-files.ts';
import { loadContent } from '@/lib/content/load-content.ts';
import { vanished } from '@/lib/content/vanished.ts';
import { articleData } from '@/lib/formats/article-data.ts';
import { portableArticleHtml } from '@/lib/formats/article-html.ts';
import { articleMarkdown } from '@/lib/formats/article-markdown.ts';
import { ninjs } from '@/lib/formats/ninjs.ts';
import { settingOf } from '@/lib/formats/setting.ts';
import { createUrls } from '@/lib/model/urls.ts';
import { besidePart, partsOf } from '@/lib/publication/find.ts';
import { indexedPages, pagesOf } from '@/lib/publication/pages/page-list.ts';
import { type Publication, publish } from '@/lib/publication/publish.ts';
import { redirectsOf } from '@/lib/publication/redirects.ts';
import { aContentFolder, anIndex, problemLines, someday } from '../../support/content-folder.ts';

const series = '---\nname: Letters from the coast\naliases: [coast]\n---\n\nOne each week.\n';

function part(day: number, keys = '') {
  return anIndex({ keys: `series: letters\n${keys}` }).replace('2026-01-19', `2026-01-${day}`);
}

/** The storm of every test is the second of three parts; a draft and an embargoed part are hidden. */
const files = {
  'series/letters.md': series,
  'articles/storm/index.md': part(19),
  'articles/calm/index.md': part(18).replace('The storm passes', 'Before the storm'),
  'articles/after/index.md': part(20).replace('The storm passes', 'After the storm'),
  'articles/hidden/index.md': part(17, 'draft: true'),
  'articles/later/index.md': part(19).replace('2026-', '2027-'),
  'articles/other/index.md': anIndex(),
};

function published(changed: Record<string, string> = {}): Publication {
  const { content, problems } = loadContent(aContentFolder({ ...files, ...changed }));
  if (!content) throw new Error(JSON.stringify(problems));
  return publish(content, someday);
}

function beside(publication: Publication, slug: string) {
  const article = publication.read(slug);
  const found = article && besidePart(publication, article);
  return found && [found.series.name, found.previous?.slug, found.next?.slug];
}

describe('A series', () => {
  test('has its parts in the order of their publication, without those that readers cannot see', () => {
    expect(partsOf(published(), 'letters').map(({ slug }) => slug)).toEqual(['calm', 'storm', 'after']);
  });

  test('says of each part which one it is, and of an article in none nothing', () => {
    const publication = published();
    expect(['calm', 'storm', 'after', 'other'].map((slug) => publication.read(slug)?.part)).toEqual([
      1,
      2,
      3,
      undefined,
    ]);
  });

  test('leads from each part to those before and after it', () => {
    const publication = published();
    const name = 'Letters from the coast';
    expect(['calm', 'storm', 'after', 'other'].map((slug) => beside(publication, slug))).toEqual([
      [name, undefined, 'storm'],
      [name, 'calm', 'after'],
      [name, 'storm', undefined],
      undefined,
    ]);
  });

  test('has a page, which search engines may show, and its former ids lead there', () => {
    const publication = published();
    expect(pagesOf(publication).map(({ route }) => route)).toEqual(
      expect.arrayContaining(['/series/letters/', '/series/coast/']),
    );
    expect(indexedPages(publication).map(({ route }) => route)).toContain('/series/letters/');
    expect(redirectsOf(publication)).toContainEqual(['/series/coast/', '/series/letters/']);
  });

  test('has no page while all its parts are hidden', () => {
    const hidden = Object.fromEntries(
      ['storm', 'calm', 'after'].map((slug) => [`articles/${slug}/index.md`, part(18, 'draft: true')]),
    );
    const routes = pagesOf(published(hidden)).map(({ route }) => route);
    expect(routes.filter((route) => route.startsWith('/series/'))).toEqual([]);
  });

  test('has the pages made anew of parts that are before or after one whose headline changes, and no others', () => {
    const before = { ...published(), related: () => [] };
    const renamed = before.articles.map((one) => (one.slug === 'after' ? { ...one, title: 'Another' } : one));
    const known = new Set(pagesOf(before).map(({ madeFrom, route }) => `${route} ${madeFrom}`));
    const changed = pagesOf({ ...before, articles: renamed }).filter(
      ({ kind, madeFrom, route }) => kind === 'article' && !known.has(`${route} ${madeFrom}`),
    );
    expect(changed.map(({ route }) => route)).toEqual(['/articles/storm/']);
  });

  test('is named where an article is told to machines and in feeds', () => {
    const publication = published();
    const article = publication.read('storm');
    if (!article) throw new Error('The storm is gone.');
    const setting = settingOf(publication.site);
    const url = `${publication.site.url}/series/letters/`;
    expect(articleData(article, publication.site, createUrls(publication.site.url))).toMatchObject({
      '@graph': [{ isPartOf: { '@type': 'CreativeWorkSeries', name: 'Letters from the coast', url }, position: 2 }, {}],
    });
    expect(portableArticleHtml(article, setting)).toMatch(
      `<p><a href="${url}">Part 2 of Letters from the coast</a></p>`,
    );
    expect(articleMarkdown(article, setting)).toContain(`- [Part 2 of Letters from the coast](${url})`);
    expect(JSON.parse(ninjs(article, setting)).subjects).toContainEqual({
      name: 'Letters from the coast',
      uri: url,
      rel: 'series',
    });
  });

  test('can be linked to by its file, by its address and by a former address, and not where there is none', () => {
    const lead =
      '[One](../../series/letters.md), [two](/series/letters/), [three](/series/coast/), [four](/series/leters/)';
    expect(problemLines(aContentFolder({ ...files, 'articles/storm/index.md': anIndex({ lead }) }))).toEqual([
      expect.stringContaining('"/series/leters/" leads to no page. Did you mean "/series/letters/"?'),
    ]);
  });

  test('may have no former id that another one has', () => {
    const folder = aContentFolder({ ...files, 'series/coast.md': '---\nname: The coast\n---\n' });
    expect(problemLines(folder)).toEqual([
      expect.stringContaining('id-twice  The alias "coast" is taken by coast.md.'),
    ]);
  });

  test('that readers had is missed', () => {
    const before = contentFiles(aContentFolder(files));
    const after = contentFiles(aContentFolder(without()));
    const found = vanished({ files: before, show: (path) => path }, after, 'content', someday);
    expect(found.map(({ code, message }) => [code, message])).toEqual([
      [
        'address-gone',
        'Readers had /series/letters/, which is gone. Restore the file, list letters under aliases of the series that readers should find instead, or list /series/letters/ in redirects.md with another address.',
      ],
    ]);
  });

  /** The articles in no series. */
  function without() {
    return Object.fromEntries(
      Object.entries(files)
        .filter(([path]) => path.startsWith('articles/'))
        .map(([path, text]) => [path, text.replace('series: letters\n', '')]),
    );
  }
});

describe('Articles that an editor has picked to go on with', () => {
  const related = (keys: string) =>
    published({ 'articles/storm/index.md': part(19, keys) })
      .related('storm')
      .map(({ slug }) => slug);

  test('come first, in the order in which they are listed, and the closest others follow', () => {
    const [first, second, ...others] = related('related: [other, calm]');
    expect([first, second]).toEqual(['other', 'calm']);
    expect(others).toEqual(['after']);
  });

  test('are left out while readers cannot see them', () => {
    expect(related('related: [hidden, later, calm]')).toEqual(['calm', expect.any(String), expect.any(String)]);
  });
});

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mediaTypeOf } from '@/lib/formats/media-types.ts';
import { all, attribute, builtSite, builtSites } from '../support/built-site.ts';
import { parseXml } from '../support/parse-xml.ts';
import { plainPages } from '../support/sites.ts';

const real = builtSite('standfirst');

/** The folder of the handler to which plain Next rewrites the addresses of these files. */
const plainFiles = join(plainPages, 'press', 'files');

/** What the fixtures say in and about articles that are drafts, under embargo or taken down. */
const unseen =
  /secret-draft|A secret draft|under-embargo|A story under embargo|taken-down|taken down|Secrets|Nobody Yet/;

/** The machine-readable files; the search index is for browsers. */
const filesOf = ({ files }: typeof real) =>
  files.filter((file) => /\.(xml|json|md|txt|webmanifest)$/.test(file) && !file.startsWith('search/'));

describe('The files for machines', () => {
  test('are those that plain Next prerenders, to the byte', () => {
    const bodies = globSync('**/*.body', { cwd: plainFiles });

    expect(bodies.map((file) => file.replace(/\.body$/, '')).sort()).toEqual(filesOf(real));
    for (const file of filesOf(real)) {
      expect(readFileSync(join(plainFiles, `${file}.body`), 'utf8'), file).toBe(real.read(file));
    }
  });

  test('come from plain Next with the same types', () => {
    for (const file of filesOf(real)) {
      const { headers } = JSON.parse(readFileSync(join(plainFiles, `${file}.meta`), 'utf8'));
      expect(headers['content-type'], file).toBe(mediaTypeOf(file));
    }
  });
});

describe.each(builtSites())('The files for machines of $name', (site) => {
  const files = filesOf(site);

  test('are there: for the site, for each topic and for each article', () => {
    const articles = site.files.filter((file) => /^articles\/[^/]+\/index\.md$/.test(file));
    expect(articles.length).toBeGreaterThan(0);
    expect(files).toEqual(
      expect.arrayContaining(['feed.xml', 'sitemap.xml', 'news-sitemap.xml', 'robots.txt', 'llms.txt']),
    );
    expect(files.filter((file) => /^topics\/[^/]+\/feed\.xml$/.test(file))).not.toEqual([]);
    const data = articles.map((file) => file.replace(/index\.md$/, 'article.json'));
    expect(files).toEqual(expect.arrayContaining([...articles, ...data]));
  });

  test('are well-formed XML where they are XML', () => {
    for (const file of files.filter((one) => one.endsWith('.xml'))) parseXml(site.read(file));
  });

  test('tell of no article that readers cannot see', () => {
    expect(files.filter((file) => unseen.test(file) || unseen.test(site.read(file)))).toEqual([]);
  });
});

describe('A page names other forms of itself', () => {
  /** The types and addresses of the other forms that a page names. */
  const formsOf = (route: string) => {
    const page = real.pages.find((one) => one.route === route);
    const links = page ? all<HTMLLinkElement>(page.document, 'link[rel=alternate]') : [];
    return links.map(({ type, href }) => [type, href]);
  };

  test.each([
    ['the front page', '/'],
    ['the page of a topic', '/topics/iraq/'],
  ])('as feeds, if it is %s', (_what, route) => {
    const address = `https://standfirst.example${route}`;
    expect(formsOf(route)).toEqual([
      ['application/rss+xml', `${address}feed.xml`],
      ['application/atom+xml', `${address}atom.xml`],
      ['application/feed+json', `${address}feed.json`],
    ]);
  });

  test('as Markdown and data, if it is an article, beside the feed of the site', () => {
    const address = 'https://standfirst.example/articles/iraq-syria-border/';
    expect(formsOf('/articles/iraq-syria-border/')).toEqual([
      ['application/rss+xml', 'https://standfirst.example/feed.xml'],
      ['text/markdown', `${address}index.md`],
      ['application/json', `${address}article.json`],
    ]);
  });

  test('that are files of the site with the type that it says', () => {
    const links = real.pages.flatMap(({ document }) => all<HTMLLinkElement>(document, 'link[rel=alternate]'));
    expect(links.length).toBeGreaterThan(real.pages.length);
    for (const link of links) {
      const file = new URL(link.href).pathname.slice(1);
      expect(real.files).toContain(file);
      expect(mediaTypeOf(file)).toMatch(new RegExp(`^${RegExp.escape(link.type)};`));
    }
  });

  test('as the feed that a reader can follow, in sight', () => {
    for (const { document } of real.pages) expect(attribute(document, 'footer a[href$=xml]', 'href')).toBe('/feed.xml');
    const topic = real.pages.find(({ route }) => route === '/topics/iraq/');
    expect(topic && attribute(topic.document, 'main a[href$=xml]', 'href')).toBe('/topics/iraq/feed.xml');
  });
});

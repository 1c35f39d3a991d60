import { brotliCompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { SearchFacts } from '@/lib/page-scripts/search/facts.ts';
import { all, attribute, type BuiltSite, builtSite, pageAt } from '../support/built-site.ts';

const standfirst = builtSite('standfirst');
const features = builtSite('features');
const arabic = builtSite('arabic');
const plenty = builtSite('plenty');
const harbour = builtSite('harbour');

/** An article in the index. */
type Fragment = {
  url: string;
  content: string;
  anchors: { element: string; id: string; text: string }[];
  meta: Record<string, string>;
  filters: Record<string, string[]>;
};

const filesOfSearch = ({ files }: BuiltSite) => files.filter((file) => file.startsWith('search/'));

/** An unpacked file of the index. */
const unpacked = (site: BuiltSite, file: string) =>
  /\.(pf_\w+|pagefind)$/.test(file) ? gunzipSync(site.bytes(file)).toString('utf8') : site.read(file);

function fragmentsOf(site: BuiltSite): Fragment[] {
  return filesOfSearch(site)
    .filter((file) => file.endsWith('.pf_fragment'))
    .map((file) => JSON.parse(unpacked(site, file).replace(/^pagefind_dcd/, '')));
}

const factsOf = (site: BuiltSite): SearchFacts =>
  JSON.parse(attribute(pageAt(site, '/search/').document, '[data-search]', 'data-search') ?? '{}');

/** The articles of a site that readers may see; neither a moved one nor a notice has an `article`. */
const articlesOf = (site: BuiltSite) =>
  site.pages.filter(
    ({ route, document }) => /^\/articles\/[^/]+\/$/.test(route) && document.querySelector('main > article'),
  );

describe.each([standfirst, features, arabic, plenty, harbour])('the index of $name', (site) => {
  test('has every article that readers may see and every page of the publication, once, and nothing else', () => {
    const path = site.url.pathname.replace(/\/$/, '');
    const expected = [...articlesOf(site).map(({ route }) => route), ...site.ownPages].map((route) => path + route);
    expect(expected.length).toBeGreaterThan(0);
    expect(
      fragmentsOf(site)
        .map(({ url }) => url)
        .sort(),
    ).toEqual(expected.sort());
  });

  test('leads to sections that are there, by their titles', () => {
    const fragments = fragmentsOf(site);
    expect(fragments.length).toBeGreaterThan(0);
    for (const { url, anchors } of fragments) {
      const page = pageAt(site, url.slice(site.url.pathname.length - 1));
      for (const { id, text } of anchors) {
        const section = page.document.getElementById(id);
        expect(section?.querySelector('h2')?.textContent).toBe(text);
      }
    }
  });

  test('has a folder for each year, one for pages and one for the program, whose files the page finds', () => {
    const years = [...new Set(fragmentsOf(site).flatMap(({ filters }) => filters['year'] ?? []))].sort().reverse();
    const { runtime, indexes } = factsOf(site);
    const folder = new RegExp(`^${site.url.pathname}search/(\\w+)-[0-9a-f]{16}/$`);
    const pages = site.ownPages.length > 0 ? ['pages'] : [];
    expect([runtime, ...indexes].map((path) => folder.exec(path)?.[1])).toEqual(['runtime', ...years, ...pages]);
    for (const path of [runtime, ...indexes]) {
      expect(site.files).toContain(`${path.slice(site.url.pathname.length)}pagefind-entry.json`);
    }
    expect(site.files).toContain(`${runtime.slice(site.url.pathname.length)}pagefind.js`);
  });

  test('has no file that its search does not load', () => {
    const { lang } = factsOf(site);
    const language = lang.split('-')[0];
    const hash = '[0-9a-f]+';
    const needed = new RegExp(
      [
        '^search/(index\\.html|(runtime|pages|\\d{4}[ab]*)-[0-9a-f]{16}/(',
        `pagefind-entry\\.json|pagefind\\.js|wasm\\.${language}\\.pagefind|pagefind\\.${language}_${hash}\\.pf_meta|`,
        `(index|filter|fragment)/${language}_${hash}\\.pf_(index|filter|fragment)))$`,
      ].join(''),
    );
    expect(filesOfSearch(site).filter((file) => !needed.test(file))).toEqual([]);
  });
});

describe('the index of two years', () => {
  test('is two indexes, the newer one first', () => {
    expect(factsOf(plenty).indexes.map((path) => path.split(/[/-]/)[2])).toEqual(['2026', '2025']);
  });
});

describe('what is not published', () => {
  const secrets = ['secret-draft', 'A secret draft', 'under-embargo', 'A story under embargo', 'Secrets', 'Nobody Yet'];

  test('leaves no trace in the unpacked index', () => {
    const texts = filesOfSearch(features).map((file) => unpacked(features, file));
    const found = [...secrets, 'A story that was taken down'].filter((secret) =>
      texts.some((text) => text.includes(secret)),
    );
    expect(found).toEqual([]);
  });

  test('can be told in this way: what is published is found', () => {
    const texts = filesOfSearch(features).map((file) => unpacked(features, file));
    expect(texts.some((text) => text.includes('Everything that an article can hold'))).toBe(true);
  });
});

describe('the first article in the index', () => {
  const [article] = fragmentsOf(standfirst);

  test('has its sections, its timeline and its sources to lead to', () => {
    expect(article?.anchors.filter(({ element }) => element === 'h2').map(({ id }) => id)).toEqual([
      'border-security',
      'sadrs-warning',
      'coalition-withdrawal',
      'northeast-syria',
      'timeline',
      'sources',
    ]);
  });

  test('says what is shown of it and what it can be filtered by', () => {
    expect(article?.meta).toEqual({
      title: 'Iraq calls its Syrian border secure but warns of danger beyond it',
      topic: 'Iraq',
      kind: '',
      day: '19 January 2026',
      date: '2026-01-19',
    });
    expect(article?.filters).toEqual({ topic: ['iraq', 'syria', 'security'], year: ['2026'] });
  });

  test('has its text once, and nothing of what stands around it', () => {
    const { content = '' } = article ?? {};
    expect(content.split('Thermal cameras and drones are in use').length).toBe(2);
    const around = ['Key points', 'Who’s who', 'More on this', 'min read', 'Back to mention', 'Printed from', '×', '↑'];
    expect(
      [...around, 'In this article', 'All versions', 'See what changed'].filter((text) => content.includes(text)),
    ).toEqual([]);
  });
});

describe('the page of the search', () => {
  const page = pageAt(standfirst, '/search/');

  test('alone may load the index', () => {
    for (const site of [standfirst, features, arabic]) {
      const able = site.pages.filter(({ html }) => html.includes("'wasm-unsafe-eval'")).map(({ route }) => route);
      expect(able).toEqual(['/search/']);
    }
  });

  test('is in the menu of every page', () => {
    for (const { document } of arabic.pages) {
      expect(attribute(document, 'header a[href$="/search/"]', 'href')).toBe('/ar/search/');
    }
  });

  test('weighs no more than other pages, its script 3,000 bytes in brotli', () => {
    expect(brotliCompressSync(page.html).byteLength).toBeLessThanOrEqual(13_600);
    const script = page.document.querySelector('script[data-search]')?.textContent ?? '';
    expect(script).not.toBe('');
    expect(brotliCompressSync(script).byteLength).toBeLessThanOrEqual(3_000);
  });

  test('says without script where to go on, and is not for search engines', () => {
    const { document } = page;
    expect(document.querySelector('noscript')?.textContent).toContain('JavaScript');
    expect(all(document, 'main nav a').map((link) => link.getAttribute('href'))).toEqual([
      '/',
      '/topics/iraq/',
      '/topics/security/',
      '/topics/syria/',
    ]);
    expect(attribute(document, 'meta[name=robots]', 'content')).toContain('noindex');
  });
});

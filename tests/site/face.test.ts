import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { pageBudget } from '@/lib/press/page/budget.ts';
import { all, attribute, builtSite, pageAt } from '../support/built-site.ts';

const harbour = builtSite('harbour');
const arabic = builtSite('arabic');
const front = pageAt(harbour, '/');
const article = pageAt(harbour, '/articles/the-pier-reopens/');
const storm = pageAt(harbour, '/articles/what-the-storm-took/');
const texts = (root: ParentNode, selector: string) => all(root, selector).map(({ textContent }) => textContent?.trim());
const brotli = (text: string) => brotliCompressSync(text).byteLength;

/** The data for search engines on a page. */
const dataOf = ({ document }: typeof article) =>
  JSON.parse(document.querySelector('script[type="application/ld+json"]')?.textContent ?? '{}')['@graph'];

describe('A publication with a face of its own', () => {
  test('is within the budget on every page, the longest article too, and adds at most 400 bytes to a page', () => {
    const long = '/articles/iraq-syria-border/';
    for (const { route, html } of harbour.pages) expect(brotli(html), route).toBeLessThanOrEqual(pageBudget);
    const without = brotli(pageAt(builtSite('standfirst'), long).html);
    expect(brotli(pageAt(harbour, long).html) - without).toBeLessThanOrEqual(400);
  });

  test('has its colours in the style sheet once, in the places of those of the site', () => {
    const { html } = article;
    expect(html.match(/#0b6e4f/g)).toHaveLength(1);
    expect(html).not.toContain('#9c2f1b');
    expect(attribute(article.document, 'meta[name=theme-color]', 'content')).toBe('#f7faf8');
  });

  test('has its logo, its menus, its rights and the places where it is found elsewhere on every page', () => {
    for (const { document, route } of harbour.pages) {
      expect(attribute(document, '.nameplate img', 'alt'), route).toBe('The Harbour Gazette');
      expect(texts(document, 'header nav a'), route).toEqual([
        ...['Harbour', 'Town', 'Coast', 'Contact us', 'Shop', 'Search'],
      ]);
      expect(texts(document, 'footer li a').slice(0, 4), route).toEqual([
        'How we work',
        'Contact us',
        'Privacy',
        'About',
      ]);
      expect(all(document, 'footer a[rel=me]'), route).toHaveLength(2);
      expect(attribute(document, 'footer a[rel=license]', 'href'), route).toMatch(/licenses\/by\/4\.0/);
      expect(attribute(document, 'meta[name=tdm-reservation]', 'content'), route).toBe('1');
    }
  });

  test('asks for its font file, which is there, and for nothing else in its style', () => {
    const [, font = ''] = /url\(\/([^)]*)\)/.exec(article.html) ?? [];
    expect(font).toMatch(/^fonts\/headlines-[0-9a-f]{8}\.woff2$/);
    expect(harbour.bytes(font).toString('latin1', 0, 4)).toBe('wOF2');
  });

  test('has pages of its own, its own words where nothing is found, and a policy that is one of them', () => {
    expect(texts(pageAt(harbour, '/how-we-work/').document, 'h1, h2')).toEqual(['How we work', 'Who pays']);
    expect(texts(pageAt(harbour, '/404.html').document, 'h1')).toEqual(['Lost at sea']);
    expect(dataOf(front)).toEqual(
      expect.arrayContaining([expect.objectContaining({ ethicsPolicy: 'https://harbour.example/how-we-work/' })]),
    );
    expect(harbour.read('sitemap.xml')).toContain('https://harbour.example/privacy/');
  });

  test('says its rights once for readers, search engines, feeds and machines', () => {
    const [data] = dataOf(article);
    expect(data).toMatchObject({
      license: 'https://creativecommons.org/licenses/by/4.0/',
      copyrightHolder: { '@id': 'https://harbour.example/#publisher' },
      usageInfo: 'https://harbour.example/license.xml',
    });
    expect(harbour.read('robots.txt')).toMatch(/^License: https:\/\/harbour\.example\/license\.xml$/m);
    expect(harbour.read('license.xml')).toContain('<prohibits type="usage">ai-all</prohibits>');
    expect(JSON.parse(harbour.read('.well-known/tdmrep.json'))).toEqual([{ location: '/', 'tdm-reservation': 1 }]);
    expect(harbour.read('feed.xml')).toContain('CC BY 4.0');
    expect(harbour.read('articles/the-pier-reopens/article.json')).toContain('CC BY 4.0');
  });

  test('is the publisher with its logo in the data for search engines', () => {
    expect(dataOf(article)[0].publisher).toMatchObject({
      name: 'Harbour Press',
      logo: 'https://harbour.example/logo.svg',
    });
  });
});

describe('The front page that an editor has arranged', () => {
  test('has the note, the lead and the order, what is pinned, then its blocks and the rest, each article once', () => {
    expect(front.document.querySelector('main .prose')?.textContent).toContain('We are at the harbour all week.');
    const shown = texts(front.document, '.teaser-headline');
    expect(shown.slice(0, 3)).toEqual([
      'What the storm took, and who knew that the pier was hollow',
      'The north pier reopens after two winters of repairs',
      'The budget of the town in ten numbers',
    ]);
    expect(new Set(shown).size).toBe(shown.length);
    expect(texts(front.document, '.newest > .part-title')).toEqual(['Town', 'Coast', 'Latest articles']);
  });

  test('says what is paid for, made up or hard to read', () => {
    const labels = texts(front.document, '.teaser .label').join('\n');
    for (const label of ['Sponsored by Harbour Bank', 'Satire', 'Content warning']) expect(labels).toContain(label);
  });
});

describe('An article that was first published elsewhere', () => {
  test('names that as its address for search engines, its partner, its title and its card', () => {
    expect(attribute(storm.document, 'link[rel=canonical]', 'href')).toBe('https://coast.example/storm');
    expect(storm.document.title).toBe('Storm damage at the north pier: who knew – The Harbour Gazette');
    expect(storm.document.querySelector('.signed')?.textContent).toMatch(/Sea Institute.*Coast Weekly/s);
    expect(attribute(storm.document, 'meta[property="og:image:alt"]', 'content')).toBe(
      'A wave breaks over the end of the pier',
    );
    expect(texts(storm.document, '.warning')).toEqual(['Content warning: It describes how two people drowned.']);
    expect(harbour.read('sitemap.xml')).not.toContain('what-the-storm-took');
  });
});

describe('The people of a publication', () => {
  test('have picture, role, biography and address under their articles', () => {
    expect(texts(article.document, '.about-author p')).toEqual([
      'Ada Reed · Harbour correspondent',
      'Ada Reed has sailed for twenty years, and written about it for ten.',
      'ada@harbour.example',
      'Grace Bell · Reporter',
      'Grace Bell reports on the council.',
      'grace@harbour.example',
    ]);
    expect(all(article.document, '.about-author .portrait')).toHaveLength(2);
  });

  test('are in lists with the opinions that have no picture of their own', () => {
    const opinion = all(front.document, '.teaser').find(({ textContent }) => textContent?.includes('Leave the beach'));
    expect(opinion && all(opinion, '.portrait')).toHaveLength(1);
    expect(opinion?.textContent).toContain('By Ada Reed');
  });
});

describe('A series', () => {
  test('has its parts in order on its page, and the way from each to the next', () => {
    const { document } = pageAt(harbour, '/series/letters-from-the-coast/');
    expect(texts(document, '.teaser-headline')).toEqual(
      ['March', 'June', 'October'].map((month) => `The beach in ${month}`),
    );
    const { document: june } = pageAt(harbour, '/articles/letter-of-june/');
    expect(texts(june, '.parts p').slice(1)).toEqual([
      'Previous part: The beach in March',
      'Next part: The beach in October',
    ]);
  });
});

describe('A publication in Arabic with a face of its own', () => {
  const { document } = pageAt(arabic, '/articles/first/');

  test('has its logo, menus and rights below its path', () => {
    expect(attribute(document, '.nameplate img', 'src')).toBe('/ar/logo.svg');
    expect(texts(document, 'header nav a')).toEqual(['تجارب', 'من نحن', 'المتجر', 'بحث']);
    expect(attribute(document, 'footer li a', 'href')).toBe('/ar/contact/');
    expect(document.querySelector('footer bdi')?.textContent).toBe('CC BY-SA 4.0');
    expect(arabic.read('license.xml')).toContain('<permits type="usage">ai-all</permits>');
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadWholeContent } from '@/lib/content/load-content.ts';
import { wordsFor } from '@/lib/languages/languages.ts';
import { isTakenName } from '@/lib/model/taken-names.ts';
import { createUrls } from '@/lib/model/urls.ts';
import { indexedPages, pagesOf } from '@/lib/publication/pages/page-list.ts';
import { publish } from '@/lib/publication/publish.ts';
import { siteMenus } from '@/lib/publication/site-menus.ts';
import { aContentFolder, fixtures, problemLines, someday } from '../../../support/content-folder.ts';

const site = readFileSync(`${fixtures}/minimal-content/site.md`, 'utf8');
const siteWith = (keys: string) => ({ 'site.md': site.replace('\ncontact:', `\n${keys}\ncontact:`) });
const contact = {
  'pages/contact.md':
    '---\ntitle: Contact us\n---\n\nWrite to the [harbour](../articles/storm/index.md).\n\n## By post\n\nThe pier.\n',
};
const lost = { 'pages/404.md': '---\ntitle: Lost at sea\n---\n\nSee [contact](contact.md).\n' };

const publicationOf = (files: Record<string, string>) => publish(loadWholeContent(aContentFolder(files)), someday);

describe('A page of the publication', () => {
  test('is at its own address, with its text', () => {
    const publication = publicationOf(contact);
    expect(publication.pages).toEqual([
      {
        id: 'contact',
        title: 'Contact us',
        description: undefined,
        text: expect.stringContaining('<a href="/articles/storm/">harbour</a>'),
      },
    ]);
    expect(pagesOf(publication).find(({ kind }) => kind === 'staticPage')).toMatchObject({
      route: '/contact/',
      status: 200,
      file: 'contact/index.html',
    });
    expect(indexedPages(publication).map(({ route }) => route)).toContain('/contact/');
  });

  test('has the text for addresses that lead nowhere, and then no address of its own', () => {
    const publication = publicationOf({ ...contact, ...lost });
    expect(publication.notFound).toMatchObject({
      title: 'Lost at sea',
      text: expect.stringContaining('<a href="/contact/">'),
    });
    expect(pagesOf(publication).map(({ route }) => route)).not.toContain('/404/');
  });

  test('can be linked to from an article, and may be a policy', () => {
    const files = {
      ...contact,
      ...siteWith('policies: { ethics: contact }'),
      'articles/storm/2-more.md':
        '---\ntitle: More\n---\n\nWrite to [us](../../pages/contact.md), or [here](/contact/).\n',
    };
    expect(problemLines(aContentFolder(files))).toEqual([]);
    expect(publicationOf(files).site.policies).toEqual({ ethics: 'https://harbour.example/contact/' });
  });

  test.each([
    [
      'with a name that the site needs',
      { 'pages/about.md': contact['pages/contact.md'] },
      /^content\/pages\/about\.md:1:1 {2}error {2}page-name-taken/,
    ],
    [
      'without a title',
      { 'pages/contact.md': '---\ndescription: Us.\n---\n\nWrite.\n' },
      /key-missing {2}title is missing/,
    ],
    [
      'with a dead link',
      { 'pages/contact.md': '---\ntitle: Us\n---\n\n[Here](/contcat/).\n' },
      /link-broken .*Did you mean "\/contact\/"\?/,
    ],
    ['with a note', { 'pages/contact.md': '---\ntitle: Us\n---\n\nHere.[^1]\n\n[^1]: There.\n' }, /note-misplaced/],
    ['with HTML', { 'pages/contact.md': '---\ntitle: Us\n---\n\n<script>alert(1)</script>\n' }, /raw-html/],
    ['with a name that is no id', { 'pages/Contact Us.md': contact['pages/contact.md'] }, /file-name/],
  ])('is told of %s', (_what, files, line) => {
    expect(problemLines(aContentFolder(files))).toEqual([expect.stringMatching(line)]);
  });
});

describe('The names that pages may not have', () => {
  const folders = readdirSync('app', { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && /^[a-z0-9-]+$/.test(entry.name),
  );

  test.each(folders.map(({ name }) => name))('have the folder %s of the app among them', (name) => {
    expect(isTakenName(name)).toBe(true);
  });
});

describe('The menus of a publication', () => {
  const urls = createUrls('https://harbour.example');
  const menusOf = (keys: string, files = contact) =>
    siteMenus(publicationOf({ ...files, ...siteWith(keys) }), urls, wordsFor('en'));

  test('are none of its own without the keys', () => {
    expect(menusOf('')).toEqual({ main: undefined, footer: undefined });
  });

  test('name pages, topics and addresses in their order, and end with the search', () => {
    expect(
      menusOf(
        'navigation: [contact, weather, about, { label: Tides, url: https://tides.example }, { label: Storm, url: /articles/storm/ }]',
      ).main,
    ).toEqual([
      { label: 'Contact us', path: '/contact/' },
      { label: 'Weather', path: '/topics/weather/' },
      { label: 'About', path: '/about/' },
      { label: 'Tides', path: 'https://tides.example' },
      { label: 'Storm', path: '/articles/storm/' },
      { label: 'Search', path: '/search/' },
    ]);
  });

  test('have the search where they say', () => {
    expect(menusOf('navigation: [search, weather]').main?.map(({ path }) => path)).toEqual([
      '/search/',
      '/topics/weather/',
    ]);
    expect(menusOf('footer: [contact]').footer).toEqual([{ label: 'Contact us', path: '/contact/' }]);
  });

  test.each([
    [
      'a page that is none',
      'navigation: [contcat]',
      /site\.md:9:14 {2}error {2}menu-unknown {2}There is no page and no topic "contcat"\. Did you mean "contact"\?/,
    ],
    [
      'a topic that is none',
      'footer:\n  - contact\n  - wheather',
      /site\.md:11:5 {2}error {2}menu-unknown .*Did you mean "weather"\?/,
    ],
    ['an address that is dead', 'footer: [{ label: Us, url: /contcat/ }]', /link-broken/],
    ['an address that runs', 'footer: [{ label: Us, url: "javascript:alert(1)" }]', /link-address/],
    ['a link without words', 'footer: [{ url: /contact/ }]', /key-missing {2}footer\[1\]\.label/],
    ['an empty menu', 'navigation: []', /value-too-short/],
    [
      'a licence that is none',
      'rights: { licence: CC-BY-5.0 }',
      /value-invalid {2}"CC-BY-5\.0" is not a known licence\. Did you mean "CC-BY-4\.0"\?/,
    ],
    ['another word for AI use', 'rights: { ai: no }', /rights\.ai/],
  ])('are told of %s', (_what, keys, line) => {
    expect(problemLines(aContentFolder({ ...contact, ...siteWith(keys) }))).toEqual([expect.stringMatching(line)]);
  });
});

import { describe, expect, test } from 'vitest';
import { droppedAddresses, notAllowed } from '@/lib/deploy/dropped.ts';
import { siteFiles } from '@/lib/serve/release-manifest.ts';

const text = { versions: ['v1'], pictures: {} };
const filesAt = (...paths: string[]) =>
  siteFiles({ files: paths.map((path) => ({ path, digest: '', size: 0, encodings: {} })) });

const storm = [
  'articles/storm/index.html',
  'articles/storm/versions/index.html',
  'articles/storm/versions/1/index.html',
];
const before = {
  files: Object.fromEntries(
    filesAt(
      ...['index.html', 'page/1/index.html', '404.html', 'feed.xml', 'pictures/storm/pier-1a2b-480.avif'],
      ...['articles/storm/card.png', 'articles/storm/index.md', 'corrections/index.html', 'glossary/index.html'],
      ...['authors/ada/index.html', 'topics/sky/index.html', 'topics/sky/page/1/index.html', ...storm],
      ...['2019/a storm.html', '2019/wind.htm'],
    ),
  ),
  texts: { storm: text },
};
const others = [
  'index.html',
  'authors/ada/index.html',
  'topics/sky/index.html',
  'corrections/index.html',
  'glossary/index.html',
  '2019/a storm.html',
];

describe('A site drops addresses of the release before', () => {
  test('none, if every page is there; pages of lists, pictures, cards and files may go', () => {
    const site = { texts: { storm: text }, redirects: { '/2019/wind.htm': '/articles/storm/' } };
    expect(droppedAddresses(before, filesAt(...others, ...storm), site)).toEqual([]);
  });

  test('if pages are gone', () => {
    expect(droppedAddresses(before, filesAt('index.html'), { texts: {}, redirects: {} })).toEqual([
      '/2019/a storm.html',
      '/2019/wind.htm',
      '/articles/storm/',
      '/articles/storm/versions/',
      '/articles/storm/versions/1/',
      '/authors/ada/',
      '/corrections/',
      '/glossary/',
      '/topics/sky/',
    ]);
  });

  test('only those from which nothing leads on', () => {
    const redirects = {
      '/articles/storm/': '/articles/gale/',
      '/articles/storm/versions/': '/articles/gale/versions/',
      '/topics/sky/': '/topics/weather/',
      '/2019/wind.htm': '/articles/gale/',
    };
    const site = { texts: { gale: text }, redirects };
    const files = filesAt(...others.filter((path) => !path.startsWith('topics')), 'articles/storm/index.html');
    expect(droppedAddresses(before, files, site)).toEqual(['/articles/storm/versions/1/']);
  });

  test('not with the record of an article whose page says that it was taken down, nor with lists of what articles have', () => {
    const files = filesAt(
      ...others.filter((path) => !/^(corrections|glossary)/.test(path)),
      ...['articles/storm/index.html', '2019/wind.htm'],
    );
    expect(droppedAddresses(before, files, { texts: {}, redirects: {} })).toEqual([]);
  });

  test('if versions of an article that readers still have are gone', () => {
    const files = filesAt(...others, 'articles/storm/index.html', '2019/wind.htm');
    expect(droppedAddresses(before, files, { texts: { storm: text }, redirects: {} })).toEqual([
      '/articles/storm/versions/',
      '/articles/storm/versions/1/',
    ]);
  });

  test('of another language as of the first: an article that was taken down, or has moved', () => {
    const inArabic = ['404.html', 'page/1/index.html', 'glossary/index.html', ...storm].map((path) => `ar/${path}`);
    const earlier = { files: Object.fromEntries(filesAt(...inArabic)), texts: { 'ar/storm': text, storm: text } };
    const dropped = (site: Parameters<typeof droppedAddresses>[2], ...paths: string[]) =>
      droppedAddresses(earlier, filesAt(...paths), site);

    expect(dropped({ texts: {}, redirects: {} }, 'ar/articles/storm/index.html')).toEqual([]);
    expect(dropped({ texts: { storm: text }, redirects: {} }, 'articles/storm/index.html')).toEqual([
      '/ar/articles/storm/',
      '/ar/articles/storm/versions/',
      '/ar/articles/storm/versions/1/',
      '/ar/glossary/',
    ]);
    expect(
      dropped(
        { texts: { 'ar/gale': text }, redirects: { '/ar/articles/storm/': '/ar/articles/gale/' } },
        ...['ar/articles/storm/index.html', 'ar/glossary/index.html'],
      ),
    ).toEqual(['/ar/articles/storm/versions/', '/ar/articles/storm/versions/1/']);
  });

  test('not with a file that the release has itself of the one before', () => {
    const [path, file] = Object.entries(before.files)[0] ?? [];
    if (!path || !file) throw new Error('There is no file.');
    const carried = { files: { [path]: { ...file, carried: true as const } }, texts: {} };
    expect(droppedAddresses(carried, filesAt(), { texts: {}, redirects: {} })).toEqual([]);
  });
});

test('An address that is a page by its name may go if it is named', () => {
  expect(notAllowed(['/2019/wind.htm', '/2019/wind.html'], ['2019/wind.htm'])).toEqual(['/2019/wind.html']);
});

test.each<[string[], string[]]>([
  [[], ['/articles/storm/', '/articles/storm/versions/1/', '/articles/storm-2/']],
  [['/articles/storm/'], ['/articles/storm-2/']],
  [['articles/storm'], ['/articles/storm-2/']],
  [['/articles/storm/versions/'], ['/articles/storm/', '/articles/storm-2/']],
  [['/articles/storm-2/', '/articles/storm/'], []],
  [['all'], []],
  [['/'], ['/articles/storm/', '/articles/storm/versions/1/', '/articles/storm-2/']],
])('An address may go if it is named, with all below it: %j', (allowed, left) => {
  expect(notAllowed(['/articles/storm/', '/articles/storm/versions/1/', '/articles/storm-2/'], allowed)).toEqual(left);
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { prepareVersion } from '@/lib/authoring/revise.ts';
import { loadContent, loadWholeContent, picturesIn } from '@/lib/content/load-content.ts';
import { articleData } from '@/lib/formats/article-data.ts';
import { machineFiles } from '@/lib/formats/machine-files.ts';
import { ninjs } from '@/lib/formats/ninjs.ts';
import { permanentAddress, settingOf } from '@/lib/formats/setting.ts';
import { pageRoutes } from '@/lib/model/page-kinds.ts';
import { urlsOf } from '@/lib/model/urls.ts';
import { siteFacts } from '@/lib/press/site-facts.ts';
import {
  editionsOf,
  inOthers,
  otherEditions,
  ownName,
  untranslated,
  waysToOthers,
} from '@/lib/publication/editions.ts';
import { frontPage } from '@/lib/publication/front-page.ts';
import { pagedSite } from '@/lib/publication/paged-site.ts';
import { pagesOf } from '@/lib/publication/pages/page-list.ts';
import { type Publication, publish } from '@/lib/publication/publish.ts';
import { redirectsOf } from '@/lib/publication/redirects.ts';
import { aPng } from '../../support/a-png.ts';
import { aContentFolder, anIndex, someday } from '../../support/content-folder.ts';
import { anIndexInArabic, twoLanguages } from '../../support/two-languages.ts';

function published(files: Record<string, string | undefined> = {}): { first: Publication; arabic: Publication } {
  const first = publish(loadWholeContent(aContentFolder({ ...twoLanguages, ...files })), someday);
  const [arabic] = first.others;
  if (!arabic) throw new Error('There is no Arabic.');
  return { first, arabic };
}

describe('A publication in two languages', () => {
  test('has every page in each, below a prefix in the second', () => {
    const { first, arabic } = published();

    expect(pagesOf(first).map(({ file }) => file)).toContain('articles/storm/index.html');
    expect(pagesOf(arabic).map(({ file }) => file)).toEqual(pagesOf(first).map(({ file }) => `ar/${file}`));
    expect(pagesOf(arabic).map(({ route, language }) => [route, language])).toContainEqual(['/articles/storm/', 'ar']);
    expect(new Set([...pagesOf(first), ...pagesOf(arabic)].map(({ file }) => file)).size).toBe(
      pagesOf(first).length * 2,
    );
  });

  test('has links of each language to pages of that language, and to files that all share', () => {
    const { arabic } = published({
      'articles/storm/1-pier.ar.md': '---\ntitle: الرصيف\n---\n\n[الطقس](../../topics/weather.md)\n',
    });
    const urls = urlsOf(arabic.site);

    expect(arabic.read('storm')?.sections[0]?.html).toContain('href="/ar/topics/weather/"');
    expect(urls.article('storm')).toBe('/ar/articles/storm/');
    expect(urls.icon).toBe('/icon.svg');
  });

  test('takes an address of another language for one that it does not know', () => {
    const { first } = published();
    const { routeOf } = urlsOf(first.site);

    expect(routeOf('https://harbour.example/ar/articles/storm/')).toBeUndefined();
    expect(routeOf('https://harbour.example/articles/storm/')).toEqual({
      route: '/articles/storm/',
      fragment: undefined,
    });
  });

  test('leads former addresses of each language to addresses of it', () => {
    const { first, arabic } = published({
      'articles/storm/index.md': anIndex({ keys: 'aliases: [gale]' }),
      'topics/weather.md': '---\nname: Weather\naliases: [sky]\n---\n',
    });

    expect(redirectsOf(first)).toContainEqual(['/articles/gale/', '/articles/storm/']);
    expect(redirectsOf(arabic)).toContainEqual(['/ar/topics/sky/', '/ar/topics/weather/']);
  });

  test('says of an article in which other languages it is', () => {
    const { first, arabic } = published({ 'articles/calm/index.md': anIndex().replace('The storm', 'The calm') });

    expect(editionsOf(first)).toEqual([first, arabic]);
    expect(inOthers(first, 'storm')).toMatchObject([
      { publication: { site: arabic.site }, article: { slug: 'storm' } },
    ]);
    expect(inOthers(first, 'calm')).toEqual([]);
    expect(otherEditions(arabic).map(({ site }) => ownName(site))).toEqual(['English']);
    expect(ownName({ lang: 'ar-IQ', languages: ['en-GB', 'ar'] })).toBe('العربية');
    const languages = ['en-GB', 'ar', 'en-US'];
    expect(['en-GB', 'en-US', 'ar'].map((lang) => ownName({ lang, languages }))).toEqual([
      'British English',
      'American English',
      'العربية',
    ]);
  });

  test('may have its own slug for an article, with former ones, beside that of the original', () => {
    const { first, arabic } = published({
      'articles/storm/index.md': anIndex({ keys: 'aliases: [gale]' }),
      'articles/storm/index.ar.md': anIndexInArabic({ keys: 'slug: al-asifa\naliases: [al-rih]' }),
    });

    expect(pagesOf(arabic).map(({ file }) => file)).toContain('ar/articles/al-asifa/index.html');
    expect(first.articles.map(({ slug }) => slug)).toEqual(['storm']);
    for (const former of ['storm', 'gale', 'al-rih']) {
      expect(redirectsOf(arabic)).toContainEqual([`/ar/articles/${former}/`, '/ar/articles/al-asifa/']);
    }
    expect(redirectsOf(first)).toEqual([['/articles/gale/', '/articles/storm/']]);
    expect(inOthers(first, 'storm').map(({ article }) => article.slug)).toEqual(['al-asifa']);
    expect(inOthers(arabic, 'al-asifa').map(({ article }) => article.slug)).toEqual(['storm']);
    expect(
      Object.fromEntries(machineFiles(first).map((file) => [file.file, file.make(first)]))['sitemap.xml'],
    ).toContain('hreflang="ar" href="https://harbour.example/ar/articles/al-asifa/"');
  });

  test('keeps what identifies an article, whatever slugs it gets later', () => {
    const dataOf = (keys: string, original = '') => {
      const { arabic } = published({
        'articles/storm/index.md': anIndex({ keys: original }),
        'articles/storm/index.ar.md': anIndexInArabic({ keys }),
      });
      const article = arabic.articles[0] && arabic.read(arabic.articles[0].slug);
      return article && permanentAddress(settingOf(arabic.site), article);
    };

    for (const keys of ['', 'slug: al-asifa', 'slug: al-rih\naliases: [al-asifa]']) {
      expect(dataOf(keys)).toBe('https://harbour.example/ar/articles/storm/');
      expect(dataOf(keys, 'aliases: [gale]')).toBe('https://harbour.example/ar/articles/gale/');
    }
  });

  test('lets no path of an earlier site lead away from a page of another language', () => {
    const { first } = published({
      'redirects.md': '---\nredirects: { /ar/about/: /about/, /old/ar: /about/ }\n---\n',
    });

    expect(first.redirects.map(({ from }) => from)).toEqual(['/old/ar']);
  });

  test('lists the originals that are not translated after its own, and what is in it alone', () => {
    const alone = anIndex().replace('The storm passes', 'السوق');
    const { first, arabic } = published({
      'articles/calm/index.md': anIndex().replace('[weather]', '[harbour]'),
      'topics/harbour.md': '---\nname: The harbour\n---\n',
      'articles/market/index.ar.md': alone,
    });
    const listed = (own: Publication, of?: Parameters<typeof untranslated>[1]) =>
      untranslated(own, of).map(({ publication, articles }) => [
        publication.site.lang,
        articles.map(({ slug }) => slug),
      ]);

    expect(listed(arabic)).toEqual([['en-GB', ['calm']]]);
    expect(listed(arabic, { kind: 'topics', id: 'weather' })).toEqual([]);
    expect(listed(arabic, { kind: 'authors', id: 'ada-reed' })).toEqual([['en-GB', ['calm']]]);
    expect(listed(first)).toEqual([['ar', ['market']]]);
    expect(listed(first, { kind: 'topics', id: 'harbour' })).toEqual([]);
  });

  test('lists the newest six of the originals that are not translated', () => {
    const days = [1, 2, 3, 4, 5, 6, 7];
    const { arabic } = published(
      Object.fromEntries(
        days.map((day) => [`articles/day-${day}/index.md`, anIndex().replace('01-19T18', `01-2${day}T18`)]),
      ),
    );

    expect(untranslated(arabic).map(({ articles }) => articles.map(({ slug }) => slug))).toEqual([
      ['day-7', 'day-6', 'day-5', 'day-4', 'day-3', 'day-2'],
    ]);
  });

  test('leads from texts and picks straight to articles with a slug of their own', () => {
    const calm = { 'articles/calm/index.md': anIndex().replace('The storm', 'The calm') };
    const { arabic } = published({
      ...calm,
      'articles/calm/index.md': anIndex({ keys: 'related: [storm]' }).replace('The storm', 'The calm'),
      'articles/calm/index.ar.md': anIndexInArabic({ lead: 'كان [كذلك](../storm/index.md).' }),
      'articles/storm/index.ar.md': anIndexInArabic({ keys: 'slug: al-asifa' }),
      'front.ar.md': '---\norder: [storm]\n---\n',
    });

    expect(arabic.read('calm')?.lead).toContain('href="/ar/articles/al-asifa/"');
    expect(arabic.related('calm').map(({ slug }) => slug)).toEqual(['al-asifa']);
    expect(frontPage(arabic).top.map(({ slug }) => slug)[0]).toBe('al-asifa');
  });

  test('makes an article anew when readers get it in another language, and has what they see there beside the first', () => {
    const file = 'articles/storm/index.ar.md';
    const dir = aContentFolder({ ...twoLanguages, [file]: anIndexInArabic({ keys: 'draft: true' }) });
    const before = publish(loadWholeContent(dir), someday);
    writeFileSync(join(dir, file), anIndexInArabic());
    const first = publish(loadWholeContent(dir), someday);

    expect(first.madeFrom('storm')).not.toBe(before.madeFrom('storm'));
    expect([before, first].map((one) => Object.keys(siteFacts(one, []).texts))).toEqual([
      ['storm'],
      ['storm', 'ar/storm'],
    ]);
  });

  test('has the pictures of an article that is in another language alone', () => {
    const picture = 'picture: { image: a.png, alt: رصيف, credit: آدا }';
    const dir = aContentFolder({
      ...twoLanguages,
      'articles/market/index.ar.md': anIndex({ keys: picture }),
      'articles/market/a.png': aPng({ width: 4, height: 4, colour: [1, 2, 3] }),
    });

    expect(picturesIn(loadWholeContent(dir)).map(({ image }) => image.name)).toHaveLength(1);
  });

  test('leads from picks that have a former slug to the article, in each language', () => {
    const { first, arabic } = published({
      'articles/calm/index.md': anIndex({ keys: 'related: [gale]' }),
      'articles/calm/index.ar.md': anIndexInArabic({}),
      // Newer, and so the first without a pick.
      'articles/later/index.md': anIndex().replace('2026-01-19', '2026-02-19'),
      'articles/later/index.ar.md': anIndexInArabic({}),
      'articles/storm/index.md': anIndex({ keys: 'aliases: [gale]' }),
      'articles/storm/index.ar.md': anIndexInArabic({ keys: 'slug: al-asifa' }),
      'front.md': '---\nlead: gale\n---\n',
      'front.ar.md': '---\norder: [gale]\n---\n',
    });

    for (const [edition, slug] of [
      [first, 'storm'],
      [arabic, 'al-asifa'],
    ] as const) {
      expect(edition.related('calm').map((one) => one.slug)).toEqual([slug, 'later']);
      expect(frontPage(edition).top.map((one) => one.slug)[0]).toBe(slug);
    }
  });

  test.each([
    ['/articles/storm/', '/articles/al-asifa/'],
    ['/articles/storm/versions/', '/articles/al-asifa/'],
    ['/articles/storm/versions/1/', '/articles/al-asifa/'],
    ['/articles/calm/', '/'],
    ['/articles/gale/', '/'],
    ['/topics/weather/', '/topics/weather/'],
    ['/topics/weather/page/1/', '/topics/weather/'],
    ['/topics/harbour/', '/'],
    ['/page/1/', '/'],
    ['/search/', '/search/'],
    ['/_not-found/', '/'],
    ['/manifest.webmanifest', '/'],
    ['/topics/weather/?_rsc=1', '/topics/weather/'],
    ['//', '/'],
    ['', '/'],
    [undefined, '/'],
  ])('leads from %s to the same page in the other, or to the nearest above it', (route, same) => {
    const { first } = published({
      'articles/calm/index.md': anIndex({ keys: 'aliases: [gale]' }).replace('[weather]', '[harbour]'),
      'topics/harbour.md': '---\nname: The harbour\n---\n',
      'articles/storm/index.ar.md': anIndexInArabic({ keys: 'slug: al-asifa' }),
    });

    expect(waysToOthers(first, route)).toEqual([{ site: first.others[0]?.site, route: same }]);
  });

  test('leads from a version to the versions of the other, whose numbers tell of other changes', () => {
    const dir = aContentFolder({ ...twoLanguages, 'articles/storm/index.md': anIndex({ keys: 'aliases: [gale]' }) });
    for (const lang of [undefined, 'ar'])
      prepareVersion(dir, { slug: 'storm', lang, kind: 'publish', note: 'News.' }, someday).write();
    const first = publish(loadWholeContent(dir), someday);

    expect(pageRoutes(pagedSite(first.others[0] ?? first)).has('/articles/storm/versions/1/')).toBe(true);
    expect(waysToOthers(first, '/articles/storm/versions/1/')).toMatchObject([{ route: '/articles/storm/versions/' }]);
  });

  test('makes a page anew when it appears in another language', () => {
    const dir = aContentFolder({
      ...twoLanguages,
      'articles/calm/index.md': anIndex().replace('[weather]', '[harbour]'),
      'topics/harbour.md': '---\nname: The harbour\n---\n',
    });
    const pages = () => pagesOf(publish(loadWholeContent(dir), someday));
    const changed = (before: ReturnType<typeof pages>) => {
      const known = new Map(before.map(({ route, madeFrom }) => [route, madeFrom]));
      return pages().flatMap(({ route, madeFrom }) => (known.get(route) === madeFrom ? [] : route));
    };
    const before = pages();
    expect(changed(before)).toEqual([]);
    writeFileSync(join(dir, 'topics/harbour.ar.md'), '---\nname: المرفأ\n---\n');
    writeFileSync(join(dir, 'articles/calm/index.ar.md'), anIndexInArabic());

    expect(changed(before).filter((route) => !route.startsWith('/articles/'))).toEqual(['/topics/harbour/']);

    writeFileSync(
      join(dir, 'articles/calm/index.ar.md'),
      anIndexInArabic().replace('translates: 1', 'translates: 1\ndraft: true'),
    );
    expect(changed(before)).toEqual([]);
  });

  test('makes the lists anew that name an article of another language', () => {
    const dir = aContentFolder({ ...twoLanguages, 'articles/calm/index.md': anIndex() });
    const pages = () => {
      const { others } = publish(loadWholeContent(dir), someday);
      return others.flatMap((other) => pagesOf(other));
    };
    const before = new Map(pages().map(({ route, madeFrom }) => [route, madeFrom]));
    writeFileSync(join(dir, 'articles/calm/index.md'), anIndex().replace('The storm passes', 'The calm'));

    expect(pages().flatMap(({ route, madeFrom }) => (before.get(route) === madeFrom ? [] : route))).toEqual([
      '/',
      '/topics/weather/',
      '/authors/ada-reed/',
    ]);
  });

  test('makes the page of an article anew when it appears in another language', () => {
    const { first } = published();
    const { first: before } = published({
      'articles/storm/index.ar.md': undefined,
      'articles/storm/1-pier.ar.md': undefined,
    });

    expect(first.madeFrom('storm')).not.toBe(before.madeFrom('storm'));
  });
});

describe('A slug of its own', () => {
  const problems = (files: Record<string, string>) =>
    loadContent(aContentFolder({ ...twoLanguages, ...files })).problems.map(({ file, code }) => [
      file.replace(/.*?articles/, 'articles'),
      code,
    ]);

  test('belongs to one article, and is not a former one of another', () => {
    const own = { 'articles/storm/index.ar.md': anIndexInArabic({ keys: 'slug: calm' }) };
    const calm = {
      'articles/calm/index.md': anIndex().replace('The storm', 'The calm'),
      'articles/calm/index.ar.md': anIndexInArabic(),
    };

    expect(problems(own)).toEqual([]);
    expect(problems({ ...own, ...calm })).toContainEqual(['articles/storm/index.ar.md', 'slug-twice']);
  });

  test('is no key of an original, whose folder names it', () => {
    expect(problems({ 'articles/storm/index.md': anIndex({ keys: 'slug: gale' }) })).toEqual([
      ['articles/storm/index.md', 'key-unknown'],
    ]);
  });
});

describe('Machines are told', () => {
  test('in the sitemap of each language of the same page in the others', () => {
    const { first, arabic } = published({ 'articles/calm/index.md': anIndex().replace('The storm', 'The calm') });
    const sitemapOf = (publication: Publication) => {
      const file = machineFiles(publication).find(
        (one) => one.file.endsWith('/sitemap.xml') || one.file === 'sitemap.xml',
      );
      return { file: file?.file, urls: file?.make(publication).split('\n') ?? [] };
    };
    const links = [
      '<xhtml:link rel="alternate" hreflang="en-GB" href="https://harbour.example/articles/storm/"/>',
      '<xhtml:link rel="alternate" hreflang="ar" href="https://harbour.example/ar/articles/storm/"/>',
      '<xhtml:link rel="alternate" hreflang="x-default" href="https://harbour.example/articles/storm/"/>',
    ].join('');
    const [own, other] = [sitemapOf(first), sitemapOf(arabic)];

    expect([own.file, other.file]).toEqual(['sitemap.xml', 'ar/sitemap.xml']);
    expect(own.urls.find((line) => line.includes('<loc>https://harbour.example/articles/storm/</loc>'))).toContain(
      links,
    );
    expect(other.urls.find((line) => line.includes('<loc>https://harbour.example/ar/articles/storm/</loc>'))).toContain(
      links,
    );
    expect(own.urls.find((line) => line.includes('/articles/calm/'))).not.toContain('xhtml');
  });

  test('nothing of other languages by a publication that has one', () => {
    const one = publish(loadWholeContent(aContentFolder()), someday);
    const made = machineFiles(one).map(({ file, make }) => [file, make(one)]);

    expect(JSON.stringify(made)).not.toMatch(/hreflang|xhtml:link|workTranslation/);
  });

  test('in what other newsrooms get of an article of the same in other languages', () => {
    const { first, arabic } = published({ 'articles/storm/index.ar.md': anIndexInArabic({ keys: 'slug: al-asifa' }) });
    const dataOf = (publication: Publication, slug: string) => {
      const article = publication.read(slug);
      return article && JSON.parse(ninjs(article, settingOf(publication.site), inOthers(publication, slug)));
    };

    expect(dataOf(first, 'storm')).toMatchObject({
      language: 'en-GB',
      associations: [
        {
          name: 'العاصفة تنحسر',
          rel: 'translation',
          uri: 'https://harbour.example/ar/articles/storm/',
          type: 'text',
          representationType: 'partial',
          language: 'ar',
          renditions: [{ href: 'https://harbour.example/ar/articles/al-asifa/' }, {}],
        },
      ],
    });
    expect(dataOf(arabic, 'al-asifa')).toMatchObject({
      language: 'ar',
      infoSources: [{ role: 'author' }, { name: 'ليلى حداد', role: 'translator' }, { role: 'publisher' }],
      associations: [{ rel: 'original', uri: 'https://harbour.example/articles/storm/', language: 'en-GB' }],
    });
  });

  test('in the data of an article of its translations, and of its original and translator', () => {
    const { first, arabic } = published();
    const dataOf = (publication: Publication) => {
      const article = publication.read('storm');
      return (
        article && articleData(article, publication.site, urlsOf(publication.site), inOthers(publication, 'storm'))
      );
    };

    expect(dataOf(first)?.['@graph'][0]).toMatchObject({
      inLanguage: 'en-GB',
      workTranslation: [{ '@id': 'https://harbour.example/ar/articles/storm/', inLanguage: 'ar' }],
    });
    expect(dataOf(arabic)?.['@graph'][0]).toMatchObject({
      inLanguage: 'ar',
      translationOfWork: { '@id': 'https://harbour.example/articles/storm/', inLanguage: 'en-GB' },
      translator: { '@type': 'Person', name: 'ليلى حداد' },
    });
  });
});

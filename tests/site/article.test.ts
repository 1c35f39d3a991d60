import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { finishPage } from '@/lib/press/page/finish-page.ts';
import { styleSheets } from '@/lib/press/page/next-server.ts';
import { all, attribute, builtSite, pageAt } from '../support/built-site.ts';
import { plainPages } from '../support/sites.ts';

const standfirst = builtSite('standfirst');
const features = builtSite('features');
const arabic = builtSite('arabic');

const real = pageAt(standfirst, '/articles/iraq-syria-border/');
const everything = pageAt(features, '/articles/everything/');

const brotli = (text: string) => brotliCompressSync(text).byteLength;

describe('the first article', () => {
  test('has its four sections, and a table of contents that lists them in order, then timeline and sources', () => {
    const ids = ['border-security', 'sadrs-warning', 'coalition-withdrawal', 'northeast-syria'];
    const sections = all(real.document, 'section.part').filter((section) => section.querySelector('.permalink'));
    expect(sections.map(({ id }) => id)).toEqual(ids);
    const titles = sections.map((section) => section.querySelector('h2')?.textContent);
    const links = all(real.document, '.toc a');
    expect(links.map((link) => link.getAttribute('href'))).toEqual(
      [...ids, 'timeline', 'sources'].map((id) => `#${id}`),
    );
    const names = links.map((link) => link.firstChild?.textContent);
    expect(names).toEqual([...titles, 'How it unfolded', 'How we know']);
    expect(all(real.document, '.toc .beside a').map(({ textContent }) => textContent)).toEqual([
      'How it unfolded',
      'How we know',
    ]);
    expect(real.document.querySelector('nav.toc')?.getAttribute('aria-label')).toBe('In this article');
  });

  test('shows when it was published in the zone of the publication', () => {
    const time = real.document.querySelector('header time');
    expect(time?.getAttribute('datetime')).toBe('2026-01-19T23:30:00+03:00');
    expect(time?.textContent).toContain('19 January 2026 at 23:30');
  });

  test('numbers its seven sources through, and every mention leads there and back', () => {
    const notes = all(real.document, '.notes > li');
    expect(notes.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6, 7].map((number) => `note-${number}`));
    const mentions = all(real.document, 'sup.note a');
    expect(mentions.length).toBeGreaterThanOrEqual(7);
    for (const mention of mentions) {
      const back = real.document.querySelector(`.notes a[href="#${mention.id}"]`);
      const note = real.document.querySelector(mention.getAttribute('href') ?? 'none');
      expect(back).not.toBeNull();
      expect(note).toBe(back?.closest('li'));
    }
  });

  test('quotes word for word, with the speaker and the source, and says nothing twice', () => {
    const quoted = all(real.document, 'figure.quotation').map((figure) => [
      figure.querySelector('blockquote')?.textContent?.trim(),
      figure.querySelector('figcaption')?.firstChild?.textContent,
      figure.querySelector('figcaption sup a')?.textContent,
    ]);
    expect(quoted).toEqual([
      ['“The danger is imminent”', 'Muqtada al-Sadr, in a post on X, 18 January 2026', '4'],
      ['An “extremely dangerous development”', 'The SDF, on the fighting by Al-Aqtan Prison, 19 January 2026', '6'],
    ]);
    const text = all(real.document, '.prose p')
      .map(({ textContent }) => textContent?.toLowerCase())
      .join('\n');
    for (const phrase of ['danger is imminent', 'extremely dangerous']) expect(text.split(phrase)).toHaveLength(2);
  });

  test('tells what happened in four steps, each event with the way to its section', () => {
    const steps = all(real.document, '.timeline > li');
    expect(steps.map((step) => [step.className, step.querySelector('time')?.textContent])).toEqual([
      ['some-day pause', 'September 2024'],
      ['some-day pause', 'November 2025'],
      ['', 'Sunday, 18 January 2026'],
      ['', 'Monday, 19 January 2026'],
    ]);
    expect(steps.map((step) => all(step, 'time').length)).toEqual([1, 1, 1, 1]);
    expect(steps.map((step) => all(step, 'a').map((link) => link.getAttribute('href')))).toEqual([
      ['#coalition-withdrawal'],
      ['#coalition-withdrawal'],
      ['#sadrs-warning', '#coalition-withdrawal'],
      ['#border-security', '#northeast-syria', '#northeast-syria'],
    ]);
  });

  test('marks whom and what it mentions once, and has an entry for each', () => {
    const cards = all(real.document, '.whos-who .card').map(({ id }) => id);
    const texts = all(real.document, '.article-text > .prose, .part > .prose');
    expect(texts).toHaveLength(5);
    const marks = texts.flatMap((text) => all(text, 'a.who').map((mark) => mark.getAttribute('href')?.slice(1)));
    expect(marks.toSorted()).toEqual(cards.toSorted());
    expect(cards).toHaveLength(17);
  });

  test('is what plain Next prerenders, to the byte', () => {
    const plain = readFileSync(join(plainPages, 'articles', 'iraq-syria-border.html'), 'utf8');
    expect(plain).toContain('/_next/');
    expect(real.html).toBe(finishPage(plain, styleSheets('.')));
  });
});

describe('the budget of the first flight', () => {
  test('holds the article page: 13,600 bytes in brotli', () => {
    expect(brotli(real.html)).toBeLessThanOrEqual(13_600);
  });

  test('holds the scripts: one classic of 250 bytes in head, one module, and rules, 1,500 bytes in brotli together', () => {
    // Data for search engines does not run.
    const scripts = all(real.document, 'script:not([type="application/ld+json"])');
    expect(scripts.map((script) => [script.parentElement?.tagName, script.getAttribute('type')])).toEqual([
      ['HEAD', null],
      ['BODY', 'speculationrules'],
      ['BODY', 'module'],
    ]);
    const texts = scripts.map(({ textContent }) => textContent ?? '');
    expect(texts[0]?.length).toBeLessThanOrEqual(250);
    expect(brotli(texts.join('\n'))).toBeLessThanOrEqual(1_500);
  });
});

describe('an article with everything', () => {
  test('has its dateline, its kind and both its authors', () => {
    expect(everything.document.querySelector('.dateline')?.textContent).toBe('Geneva');
    expect(all(everything.document, 'a[rel=author]').map(({ textContent }) => textContent)).toEqual([
      'Ada Example',
      'Ben Example',
    ]);
    expect(everything.document.querySelector('.article-head > p')?.textContent).toBe('Tests · Analysis');
  });

  test('escapes its headline', () => {
    expect(everything.document.querySelector('h1')?.textContent).toBe('Everything that an article can hold & <show>');
  });

  test('can still be reached by the former id of a section', () => {
    expect(everything.document.getElementById('figures')?.closest('section')?.id).toBe('tables');
  });

  test('numbers notes and sources through, each note of a file its own', () => {
    expect(all(everything.document, 'sup.note a').map(({ textContent }) => textContent)).toEqual([
      '1',
      '2',
      '3',
      '3',
      '3',
      '1',
    ]);
    expect(all(everything.document, '.notes > li')).toHaveLength(4);
    expect(everything.document.getElementById('note-4')?.textContent).toContain('A statement that nothing cites');
  });

  test('marks the links that leave the site, and those alone', () => {
    const marked = all(everything.document, '.prose a.external').map((link) => link.getAttribute('href'));
    expect(marked).toEqual(['one', 'letter', 'two', 'three'].map((name) => `https://example.com/${name}`));
  });

  test('lists those links for paper', () => {
    const listed = all(everything.document, '.paper-only li').map(({ textContent }) => textContent);
    expect(listed).toEqual(['one', 'letter', 'two', 'three'].map((name) => `https://example.com/${name}`));
  });
});

describe('the quotations of an article', () => {
  test('stand in figures where they have a speaker, also one in another; others are plain', () => {
    const captions = all(everything.document, 'figure.quotation > figcaption').map(({ textContent }) => textContent);
    expect(captions.map((caption) => caption?.split(/[ ,]/, 2).join(' '))).toEqual([
      'Ada Example',
      'Ben Example',
      'Ada Example',
    ]);
    const plain = all(everything.document, 'blockquote').filter(
      ({ parentElement }) => !parentElement?.matches('figure'),
    );
    expect(plain.map(({ textContent }) => textContent?.trim())).toEqual(['Words that somebody said.']);
  });

  test('are in Arabic on an Arabic site, with a working note', () => {
    const { document } = pageAt(arabic, '/articles/first/');
    const caption = document.querySelector('figure.quotation > figcaption');
    expect(caption?.firstChild?.textContent).toBe('ليلى مثال، في بيان نُشر يوم 2 ديسمبر 2025');
    const note = caption?.querySelector('sup a')?.getAttribute('href') ?? 'none';
    expect(document.querySelector(note)?.matches('.notes > li')).toBe(true);
  });
});

describe('an article without sections', () => {
  const plain = pageAt(features, '/articles/plain/');

  test('has no table of contents, no key points, no timeline and no sources', () => {
    expect(all(plain.document, '.toc, .key-points, .timeline, .notes')).toEqual([]);
  });
});

describe('a former address', () => {
  const moved = pageAt(features, '/articles/all-of-it/');

  test('sends the browser on, names the new address and links to it', () => {
    expect(attribute(moved.document, 'meta[http-equiv=refresh]', 'content')).toBe('0; url=/articles/everything/');
    expect(attribute(moved.document, 'link[rel=canonical]', 'href')).toBe('https://example.org/articles/everything/');
    expect(attribute(moved.document, 'main a', 'href')).toBe('/articles/everything/');
  });
});

describe.each([
  ['an author', '/authors/ada-example/', '/authors/ada/'],
  ['a topic', '/topics/trials/', '/topics/tests/'],
])('a former address of %s', (_what, from, to) => {
  test('sends the browser on, names the new address and links to it', () => {
    const { document } = pageAt(features, from);
    expect(attribute(document, 'meta[http-equiv=refresh]', 'content')).toBe(`0; url=${to}`);
    expect(attribute(document, 'link[rel=canonical]', 'href')).toBe(`https://example.org${to}`);
    expect(attribute(document, 'main a', 'href')).toBe(to);
  });
});

describe('an article that was taken down', () => {
  test.each(['/articles/taken-down/', '/articles/former-taken-down/'])(
    'leaves its headline and its dates at %s',
    (route) => {
      const { document } = pageAt(features, route);
      expect(attribute(document, 'meta[name=robots]', 'content')).toBe('noindex');
      expect(document.querySelector('h1')?.textContent).toBe('A story that was taken down');
      // The newest articles follow.
      const lines = all(document, 'main p').slice(0, 2);
      expect(lines.map((line) => line.textContent)).toEqual([
        'This article is no longer available. It was taken down on 20 January 2026 at 00:00 GMT.',
        'Published: 2 January 2026 at 10:00 GMT',
      ]);
      expect(document.body.textContent).not.toContain('The text of taken-down');
    },
  );

  test('is in no list', () => {
    const links = features.pages.flatMap(({ document }) => all(document, 'a[href*="taken-down"]'));
    expect(links).toEqual([]);
  });
});

describe('an article that was retracted', () => {
  const { document } = pageAt(features, '/articles/withdrawn/');

  test('says so under its headline, with the reason, its dates and the way to its versions', () => {
    expect(document.querySelector('h1')?.textContent).toBe('Retracted: A story that was wrong');
    expect(all(document, 'main p').map((line) => line.textContent)).toEqual([
      'We retracted this article on 15 January 2026 at 12:00 GMT. The document on which it relied is a forgery.',
      'Published: 8 January 2026 at 10:00 GMT',
      'All\u00a0versions',
    ]);
    expect(document.querySelector('meta[name=robots]')).toBeNull();
  });

  test('is found by the search with the notice, and its text is in the record alone', () => {
    const files = features.files.filter((file) => features.read(file).includes('The claim of the withdrawn'));
    expect(files).toEqual(['articles/withdrawn/versions/1/index.html', 'articles/withdrawn/versions/2/index.html']);
  });
});

describe('what is not published', () => {
  const secrets = ['secret-draft', 'A secret draft', 'under-embargo', 'A story under embargo', 'Secrets', 'Nobody Yet'];

  test('leaves no trace in any file or name', () => {
    const traces = [...secrets, 'The standfirst of taken-down'].flatMap((secret) =>
      features.files.filter((file) => file.includes(secret) || features.read(file).includes(secret)),
    );
    expect(traces).toEqual([]);
  });

  test('can be told in this way: what is published is found', () => {
    const title = 'An article with a record';
    expect(features.files.filter((file) => features.read(file).includes(title)).length).toBeGreaterThan(5);
  });
});

describe('a site in Arabic under a path', () => {
  test('has all its links under the path of its address', () => {
    const paths = arabic.pages.flatMap(({ document }) => all(document, 'a[href^="/"], link[href^="/"]'));
    expect(paths.length).toBeGreaterThan(5);
    expect(paths.map((link) => link.getAttribute('href')).filter((href) => !href?.startsWith('/ar/'))).toEqual([]);
  });

  test('speaks Arabic in every word of the interface', () => {
    const { document } = pageAt(arabic, '/articles/first/');
    expect(document.querySelector('.toc')?.getAttribute('aria-label')).toBe('في هذا المقال');
    expect(document.querySelector('header time')?.textContent).toMatch(/يناير|كانون/);
  });
});

describe('the files of a site', () => {
  test('are a page for every address, the page for none, what is public, and what is tested elsewhere', () => {
    // Pictures, cards, the index of the search, and what machines read.
    const others = /^(pictures|search\/\w+-\w+)\/|card\.png$|\.(xml|json|md|txt|webmanifest)$/;
    expect(features.files.filter((file) => !others.test(file))).toEqual([
      '2019/03/old bridge.html',
      '404.html',
      'about/index.html',
      'apple-touch-icon.png',
      'articles/all-of-it/index.html',
      'articles/everything/index.html',
      'articles/former-taken-down/index.html',
      'articles/longest-headline/index.html',
      'articles/old-bridge/index.html',
      'articles/plain/index.html',
      'articles/recorded/index.html',
      ...[1, 2, 3, 4, 5].map((number) => `articles/recorded/versions/${number}/index.html`),
      'articles/recorded/versions/index.html',
      'articles/taken-down/index.html',
      'articles/withdrawn/index.html',
      'articles/withdrawn/versions/1/index.html',
      'articles/withdrawn/versions/2/index.html',
      'articles/withdrawn/versions/index.html',
      'authors/ada-example/index.html',
      'authors/ada/index.html',
      'authors/ben/index.html',
      'authors/cleo/index.html',
      'corrections/index.html',
      'elsewhere/index.html',
      'favicon.ico',
      'glossary/index.html',
      'icon-192.png',
      'icon-512.png',
      'icon-maskable.png',
      'icon.svg',
      'index.html',
      'plain.php/index.html',
      'search/index.html',
      'series/arches/index.html',
      'series/bridges/index.html',
      'topics/tests/index.html',
      'topics/trials/index.html',
      'أرشيف/جسر/index.html',
    ]);
  });

  test('let nobody index the page for addresses that lead nowhere', () => {
    expect(attribute(pageAt(features, '/404.html').document, 'meta[name=robots]', 'content')).toBe('noindex');
  });
});

describe('the colour of paper', () => {
  test('is the same in the tokens and in what the browser is told for its bars', () => {
    const [, light, dark] =
      /--color-paper: light-dark\((#\w+), (#\w+)\)/.exec(readFileSync('app/colors.css', 'utf8')) ?? [];
    expect(all(real.document, 'meta[name=theme-color]').map((meta) => meta.getAttribute('content'))).toEqual([
      light,
      dark,
    ]);
  });
});

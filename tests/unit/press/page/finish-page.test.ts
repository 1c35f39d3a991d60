import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { finishPage } from '@/lib/press/page/finish-page.ts';

/** A page as Next renders it, with this in its head and body, and the link to a style sheet if there is one. */
type Parts = { head?: string; body?: string; css?: string };

const link = '<link rel="stylesheet" href="/_next/static/chunks/a.css" data-precedence="next"/>';

function finished({ head = '', body = '', css }: Parts): string {
  const sheet = css === undefined ? '' : link;
  const page = `<!DOCTYPE html><html lang="en"><head>${sheet}${head}</head><body>${body}</body></html>`;
  return finishPage(page, (address) => (address === '/_next/static/chunks/a.css' ? (css ?? '') : ''));
}

describe("Next's runtime", () => {
  test.each([
    ['a script of its own', { head: '<script src="/_next/static/chunks/main.js" async=""></script>' }],
    ['a script with its bootstrap', { body: '<script src="/_next/static/a.js" id="_R_" async=""></script>' }],
    ['an inline bootstrap', { body: '<script id="_R_">requestAnimationFrame(()=>1)</script>' }],
    ['the flight payload', { body: '<script>self.__next_f.push([1,"{}"])</script>' }],
    ['the first piece of the payload', { body: '<script>(self.__next_f=self.__next_f||[]).push([0])</script>' }],
    ['other state of its own', { body: '<script>self.__next_s=[]</script>' }],
    ['a preload', { head: '<link rel="preload" as="script" href="/_next/static/a.js"/>' }],
    ['a preload of a picture of the page', { head: '<link rel="preload" href="/logo.svg" as="image"/>' }],
    ['a comment of React', { body: '<!--$--><!--/$-->' }],
    ['its empty wrapper', { body: '<div hidden=""><!--$--><!--/$--></div>' }],
    ['its empty wrapper without comments', { body: '<div hidden=""></div>' }],
  ])('is taken out: %s', (_what, parts) => {
    expect(finished(parts)).toBe(finished({}));
  });
});

describe('What a reader needs', () => {
  test.each([
    ['a script of the page', '<script>document.documentElement.dataset.theme = "dark" && 1 < 2;</script>'],
    ['a module', '<script type="module">"a" > "b"</script>'],
    ['a script from another folder', '<script src="/search/search.js" defer></script>'],
    ['structured data', '<script type="application/ld+json">{"name":"A \\u003c B & C"}</script>'],
    ['a link to the icon', '<link rel="icon" href="/icon.svg">'],
    ['metadata', '<meta name="description" content="&quot;A&quot; &amp; B">'],
    [
      'a drawing, with the case of its names',
      '<svg viewBox="0 0 1 1"><clipPath id="a"><path d="M0 0"/></clipPath></svg>',
    ],
    ['text with entities', '<p>a &lt; b &amp; c&nbsp;d “e” ق</p>'],
    ['code with its lines', '<pre><code>a\n\n  b &lt;c&gt;</code></pre>'],
    ['a hidden element with something in it', '<div hidden><p>Later</p></div>'],
    ['details', '<details open><summary>More</summary><br>text</details>'],
    ['letters of a drawing', '<svg viewBox="0 0 1 1"><text>Türkiye تركيا</text></svg>'],
    ['an entity in data, which is no HTML', '<script type="application/ld+json">{"name":"&#x27;&quot;"}</script>'],
    ['a direction', '<bdi dir="rtl" lang="ar">نص</bdi>'],
  ])('stays as it is: %s', (_what, markup) => {
    expect(finished({ body: `<main>${markup}</main>` })).toContain(`<main>${markup}</main>`);
  });

  test('has its quotation marks as readers see them', () => {
    expect(finished({ body: '<p>It&#x27;s &quot;so&quot;</p>' })).toContain(`<p>It's "so"</p>`);
  });

  test.each(['title', 'description', 'image', 'image:alt'])(
    'is not said to Twitter again where Open Graph has it: %s',
    (name) => {
      const head = '<meta name="twitter:card" content="summary"><meta property="og:title" content="A">';

      expect(finished({ head: `${head}<meta name="twitter:${name}" content="A">` })).toBe(finished({ head }));
    },
  );

  test('comes out the same when it is finished again', () => {
    const css = 'p{--a:1;color:red}table{color:blue}';
    const once = finished({ css, body: '<!-- a --><svg viewBox="0 0 1 1"><path d="M0 0"/></svg><p>b</p>' });
    const [policy = ''] = /<meta http-equiv="Content-Security-Policy"[^>]*>/.exec(once) ?? [];

    expect(finishPage(once.replace(policy, ''), () => '')).toBe(once);
  });
});

describe('The style sheet', () => {
  test('keeps what the elements and classes of the page use, wherever they stand', () => {
    const css =
      '.deep{a:b}.second{c:d}.absent{e:f}table{g:h}clipPath{i:j}:root[data-theme=dark]{k:l}.print\\:hidden{m:n}';
    const body = `<main><div><p class="second
      first print:hidden"><b class="deep">a</b></p></div><svg><clipPath id="a"></clipPath></svg></main>`;

    expect(finished({ css, body })).toContain(
      '<style>.deep{a:b}.second{c:d}clipPath{i:j}:root[data-theme=dark]{k:l}.print\\:hidden{m:n}</style>',
    );
  });

  test('does not keep what only the runtime used', () => {
    const page = finished({ css: 'div{a:b}p{c:d}', body: '<div hidden=""><!--$--><!--/$--></div><p>a</p>' });

    expect(page).toContain('<style>p{c:d}</style>');
  });

  test('stands where its link stood, and nothing asks for it any more', () => {
    const page = finished({ css: 'p > a{color:red}', head: '<title>a</title>', body: '<p><a href="/">a</a></p>' });

    expect(page).toContain('<style>p>a{color:red}</style><title>a</title>');
    expect(page).not.toContain('_next');
  });
});

describe('The rules of a publication’s own look', () => {
  const css = ':root{--color-accent:#9c2f1b;--x:1}a{color:var(--color-accent)}';
  const head = '<style>:root{--color-accent:light-dark(#0b6e4f,#5fd0a0)}</style>';

  test('are one style sheet with that of the site, in which its properties have the same names', () => {
    const [, text = '', ...more] = finished({ head, css, body: '<a href="/">a</a>' }).split(/<\/?style>/);
    const [, name] = /color:var\((--\w+)\)/.exec(text) ?? [];

    expect(more).toHaveLength(1);
    expect(text).toContain(`${name}:light-dark(#0b6e4f,#5fd0a0)`);
  });

  test('have their colours in the place of the colours of the site, and those for some readers stay', () => {
    const forced = `${css}@media (forced-colors:active){.map{--color-accent:Highlight}}`;
    const [, text = ''] = finished({ head, css: forced, body: '<a class="map" href="/">a</a>' }).split(/<\/?style>/);

    expect(text).toBe(
      ':root{--a:light-dark(#0b6e4f,#5fd0a0)}a{color:var(--a)}@media (forced-colors:active){.map{--a:Highlight}}',
    );
  });

  test('come last with a colour that the style sheet does not have', () => {
    const [, text = ''] = finished({ head, css: 'a{color:var(--color-accent)}', body: '<a href="/">a</a>' }).split(
      /<\/?style>/,
    );

    expect(text).toBe('a{color:var(--a)}:root{--a:light-dark(#0b6e4f,#5fd0a0)}');
  });

  test('have colours for light and dark in the words of the compiled style sheet', () => {
    const compiled = ':root{--lightningcss-light:initial;--lightningcss-dark: }a{color:var(--color-accent)}';
    const text = finished({ head, css: compiled, body: '<a href="/">a</a>' });

    expect(text).toMatch(/:var\(--\w+,#0b6e4f\)var\(--\w+,#5fd0a0\)/);
    expect(text).not.toContain('light-dark');
  });

  test('are gone where a page has nothing that they are about', () => {
    expect(finished({ head, css, body: '<p>a</p>' })).not.toContain('light-dark');
  });

  test('let the page fetch fonts of the site, which no other page may', () => {
    const face = '<style>@font-face{font-family:text;src:url(/fonts/text-1.woff2)}</style>';

    expect(finished({ head: face, css })).toContain("; font-src 'self'; ");
    expect(finished({ head, css })).not.toContain('font-src');
  });
});

describe('The content security policy', () => {
  const policyOf = (parts: Parts) =>
    /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(finished(parts))?.[1];
  const sha256 = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

  test('comes first in head, before the charset', () => {
    expect(finished({ head: '<meta charset="utf-8"><title>a</title>' })).toMatch(
      /<head><meta http-equiv="Content-Security-Policy" content="[^"]*"><meta charset="utf-8"><title>/,
    );
  });

  test('names the style sheet as it is in the finished page', () => {
    expect(policyOf({ css: '.absent{a:b}p{c:d}', body: '<p>a</p>' })).toContain(`style-src ${sha256('p{c:d}')};`);
  });

  test('names the scripts of the page in their order, and none of the runtime', () => {
    const policy = policyOf({
      head: '<script>early(1 < 2 && "a")</script><script src="/_next/a.js"></script>',
      body: '<script>self.__next_f.push([1])</script><script type="module">late()</script>',
    });

    expect(policy).toContain(`script-src ${sha256('early(1 < 2 && "a")')} ${sha256('late()')};`);
  });

  test('names speculation rules, which count as a script', () => {
    const rules = '{"prefetch":[{"where":{"href_matches":"/*"}}]}';

    expect(policyOf({ body: `<script type="speculationrules">${rules}</script>` })).toContain(
      `script-src ${sha256(rules)};`,
    );
  });

  test('has no need to name data for search engines, which do not run', () => {
    expect(policyOf({ body: '<script type="application/ld+json">{"name":"A"}</script>' })).toBe(policyOf({}));
  });

  test.each([
    ['an icon', { head: '<link rel="icon" href="/icon.svg">' }],
    ['an icon for a home screen', { head: '<link rel="apple-touch-icon icon" href="/icon.png">' }],
    ['a picture', { body: '<img src="/a.png" alt="">' }],
  ])('allows the pictures of the site where the page has %s', (_what, parts) => {
    expect(policyOf(parts)).toContain("img-src 'self'");
  });

  test('allows a web manifest where the page names one', () => {
    expect(policyOf({ head: '<link rel="manifest" href="/manifest.webmanifest">' })).toContain(
      "; manifest-src 'self'; ",
    );
    expect(policyOf({})).not.toContain('manifest-src');
  });

  test.each([
    ['the script of the search', '<script type="module" data-search="{}">find()</script>', true],
    ['another script', '<script type="module">page()</script>', false],
    ['another element of that name', '<p data-search="{}">a</p>', false],
  ])('lets the search alone load its program: %s', (_what, body, isAllowed) => {
    expect(policyOf({ body })?.includes("'wasm-unsafe-eval'")).toBe(isAllowed);
  });

  test('allows no picture where the page has none', () => {
    expect(policyOf({ head: '<link rel="canonical" href="/">' })).not.toContain('img-src');
  });
});

describe('A page that is not whole is refused', () => {
  test.each([
    ['a template of a stream', '<template id="B:0"></template>', 'Next streamed the page in pieces (<template>).'],
    ['a part that is still to come', '<!--$?--><p>…</p><!--/$-->', 'Next streamed the page in pieces (Suspense).'],
    ['a part that failed', '<!--$!--><p>…</p><!--/$-->', 'Next streamed the page in pieces (Suspense).'],
    [
      'a template deep in it',
      '<main><div><template></template></div></main>',
      'Next streamed the page in pieces (<template>).',
    ],
  ])('%s', (_what, body, message) => {
    expect(() => finished({ body })).toThrow(new Error(message));
  });

  test('a page without a head, where its policy would stand', () => {
    expect(() => finishPage('<p>Not found</p>', () => '')).toThrow(
      new Error('The page has no head, where its content security policy would stand.'),
    );
  });

  test("Next's error page", () => {
    expect(() =>
      finishPage('<!DOCTYPE html><html id="__next_error__"><head></head><body></body></html>', () => ''),
    ).toThrow(new Error('Next answered with its error page.'));
  });
});

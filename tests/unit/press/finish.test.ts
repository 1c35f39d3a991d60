import { describe, expect, test } from 'vitest';
import { finishPage } from '@/lib/press/finish.ts';

/** A page as Next renders it, with this in its head and body. */
function page({ head = '', body = '' }): string {
  return `<!DOCTYPE html><html lang="en"><head>${head}</head><body>${body}</body></html>`;
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
    ['its style sheet', { head: '<link rel="stylesheet" href="/_next/static/a.css" data-precedence="next"/>' }],
    ['a comment of React', { body: '<!--$--><!--/$-->' }],
    ['its empty wrapper', { body: '<div hidden=""><!--$--><!--/$--></div>' }],
    ['its empty wrapper without comments', { body: '<div hidden=""></div>' }],
  ])('is taken out: %s', (_what, parts) => {
    expect(finishPage(page(parts))).toBe(finishPage(page({})));
  });

  test('no longer marks the style sheet that stands in the page', () => {
    const head = '<style data-precedence="next" data-href="/_next/a.css">p > a{color:red}</style>';

    const finished = finishPage(page({ head, body: '<p><a href="/">a</a></p>' }));

    expect(finished).not.toContain('data-');
    expect(finished).toContain('color:red');
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
    ['a direction', '<bdi dir="rtl" lang="ar">نص</bdi>'],
  ])('stays as it is: %s', (_what, markup) => {
    expect(finishPage(page({ body: `<main>${markup}</main>` }))).toContain(`<main>${markup}</main>`);
  });

  test('comes out the same when it is finished twice', () => {
    const once = finishPage(page({ body: '<!-- a --><svg viewBox="0 0 1 1"><path d="M0 0"/></svg><p>b</p>' }));

    expect(finishPage(once)).toBe(once);
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
    expect(() => finishPage(page({ body }))).toThrow(new Error(message));
  });

  test("Next's error page", () => {
    expect(() => finishPage('<!DOCTYPE html><html id="__next_error__"><head></head><body></body></html>')).toThrow(
      new Error('Next answered with its error page.'),
    );
  });
});

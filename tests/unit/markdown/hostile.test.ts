import { describe, expect, test } from 'vitest';
import { html } from '../../support/a-renderer.ts';
import { dangersIn } from '../../support/dangers.ts';

const addresses = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  '&#106;avascript:alert(1)',
  '&#x6A;&#x61;vascript:alert(1)',
  'javascript&colon;alert(1)',
  'java&#10;script:alert(1)',
  'java&Tab;script:alert(1)',
  '&#1;javascript:alert(1)',
  '\u00a0javascript:alert(1)',
  'javascript\\:alert(1)',
  'javascript%3Aalert(1)',
  'vbscript:msgbox(1)',
  'data:text/html,<b>x</b>',
  'DATA:text/html;base64,PHNjcmlwdD4=',
  'data:image/svg+xml,%3Csvg%20onload=alert(1)%3E',
  'file:///etc/passwd',
  'blob:https://example.org/1',
];

describe('An address that could run or fetch something', () => {
  test.each(addresses)('%s does not get into a link', (address) => {
    expect(dangersIn(html(`[text](<${address}>)`))).toEqual([]);
    expect(dangersIn(html(`[text](${address})`))).toEqual([]);
  });

  test.each(addresses)('%s does not get into a reference', (address) => {
    expect(dangersIn(html(`[text][label] and [label]\n\n[label]: <${address}> "title"`))).toEqual([]);
  });

  test.each(addresses)('%s does not get into an autolink', (address) => {
    expect(dangersIn(html(`<${address}>`))).toEqual([]);
  });

  test.each(addresses)('%s does not get into a picture', (address) => {
    expect(dangersIn(html(`![text](<${address}>)`))).toEqual([]);
  });
});

describe('HTML in Markdown', () => {
  test.each([
    '<script>alert(1)</script>',
    '<ScRiPt src=//evil.example></sCrIpT>',
    'text <img src=x onerror=alert(1)> text',
    '<svg onload=alert(1)><animate onbegin=alert(1) attributeName=x></svg>',
    '<svg><script>alert(1)</script></svg>',
    '<math><mtext></mtext><mglyph><style></math><img src onerror=alert(1)>',
    '<div style="background:url(javascript:alert(1))">x</div>',
    '<a href="javascript:alert(1)" onclick="alert(1)">x</a>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<form action="javascript:alert(1)"><button>x</button></form>',
    '<base href="//evil.example/"><meta http-equiv="refresh" content="0;url=//evil.example">',
    '<template><script>alert(1)</script></template>',
    '<!--><script>alert(1)</script>-->',
    '<!-- --!><script>alert(1)</script> -->',
    '<![CDATA[><script>alert(1)</script>]]>',
    '<?php echo 1 ?><script>alert(1)</script>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<textarea><script>alert(1)</script></textarea>',
    '- a\n\n  <script>alert(1)</script>\n- b',
    '> <script>alert(1)</script>',
    '| a |\n|---|\n| <script>alert(1)</script> |',
    '[^1]\n\n[^1]: <script>alert(1)</script>',
  ])('is not passed on: %s', (markdown) => {
    expect(dangersIn(html(markdown))).toEqual([]);
  });

  test.each([
    ['a title', '[x](https://a.example "\\" onclick=\\"alert(1)")'],
    ['an alternative text', '![" onerror="alert(1)](x.jpg)'],
    ['a code language', '```js" onclick="alert(1)\nx\n```'],
    ['a note label', '[^" onclick="alert(1)]\n\n[^" onclick="alert(1)]: x'],
    ['an address', '[x](https://a.example/"onclick="alert(1))'],
    ['a code span', '`<script>alert(1)</script>`'],
    ['entities', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  ])('cannot come out of %s', (_what, markdown) => {
    expect(dangersIn(html(markdown))).toEqual([]);
  });

  test('may be written about', () => {
    expect(html('`<script>` and \\<b>')).toBe('<p><code>&#x3C;script></code> and &#x3C;b></p>');
  });
});

describe('Markdown that is built to be slow', () => {
  test.each([
    ['brackets', '['.repeat(5000)],
    ['nested quotes', `${'>'.repeat(500)} a`],
    ['emphasis', '*a _b '.repeat(2000)],
    ['backticks', Array.from({ length: 100 }, (_, index) => '`'.repeat(index)).join(' ')],
    ['references', '[a]'.repeat(3000)],
    ['note labels', '[^a]'.repeat(1000)],
  ])('is rendered all the same: %s', { timeout: 10_000 }, (_what, markdown) => {
    expect(html(markdown)).not.toBe('');
  });
});

describe('The dangers that these tests look for', () => {
  test.each([
    ['<script>1</script>', ['an element script']],
    ['<p onclick="1">x</p>', ['onclick="1" on p']],
    ['<a href=" java\tscript:1">x</a>', ['href=" java\tscript:1" on a']],
    ['<img src="data:x" style="a">', ['src="data:x" on img', 'style="a" on img']],
    ['<p>safe <a href="https://a.example">x</a></p>', []],
  ])('are found: %s', (markup, dangers) => {
    expect(dangersIn(markup)).toEqual(dangers);
  });
});

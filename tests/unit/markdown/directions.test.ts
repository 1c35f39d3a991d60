import { describe, expect, test } from 'vitest';
import { arabic } from '@/lib/languages/arabic.ts';
import { english } from '@/lib/languages/english.ts';
import { createRenderer } from '@/lib/markdown/renderer.ts';

function htmlOn(words: typeof english, markdown: string): string {
  const { parse, render } = createRenderer({
    words,
    isExternal: () => false,
    addressOf: (url) => url,
    pictureAddress: ({ name }) => name,
  });
  return render(parse(markdown));
}

describe('On an English page', () => {
  test.each([
    ['a paragraph in Arabic', 'هل هدأت الريح؟', '<p dir="rtl">هل هدأت الريح؟</p>'],
    ['a paragraph in Hebrew', '«שקט» (2026)', '<p dir="rtl">«שקט» (2026)</p>'],
    ['a paragraph that begins with a number', '2026 كانت', '<p dir="rtl">2026 كانت</p>'],
    ['a paragraph with a word of Arabic in it', 'He said سلام.', '<p>He said سلام.</p>'],
    ['a paragraph without letters', '2026 – 12.', '<p>2026 – 12.</p>'],
    ['code', 'See `--out dir/`.', '<p>See <code>--out dir/</code>.</p>'],
    ['a heading in Arabic', '### هدأت', '<h3 dir="rtl">هدأت</h3>'],
    [
      'an English item of an Arabic list, whose code',
      '- هدأت `a`\n- It fell.',
      '<ul dir="rtl">\n<li>هدأت <code dir="ltr">a</code></li>\n<li dir="ltr">It fell.</li>\n</ul>',
    ],
    ['a cell in Arabic', '| a | هدأت |\n| - | - |\n| b | c |', '<th dir="rtl">هدأت</th>'],
  ])('%s has a direction where it is another', (_what, markdown, expected) => {
    expect(htmlOn(english, markdown)).toContain(expected);
  });
});

describe('On an Arabic page', () => {
  test.each([
    ['a paragraph in English', 'The pier stands.', '<p dir="ltr">The pier stands.</p>'],
    ['a paragraph in Arabic', 'هدأت الريح.', '<p>هدأت الريح.</p>'],
    ['code in a sentence', 'اكتب `--out dir/`.', '<code dir="ltr">--out dir/</code>'],
    ['a sentence that begins with code', '`npm test` هو الأمر.', '<p><code dir="ltr">npm test</code> هو الأمر.</p>'],
    ['a block of code', '```json\n{ "a": [1, 2] };\n```', '<pre dir="ltr" tabindex="0"><code class="language-json">'],
    ['a quotation in English', '> The wind fell.', '<blockquote dir="ltr">\n<p>The wind fell.</p>'],
  ])('%s has a direction where it is another', (_what, markdown, expected) => {
    expect(htmlOn(arabic, markdown)).toContain(expected);
  });
});

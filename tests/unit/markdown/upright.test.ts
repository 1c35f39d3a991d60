import { expect, test } from 'vitest';
import { english } from '@/lib/languages/english.ts';
import { createRenderer } from '@/lib/markdown/renderer.ts';

const { parse, render } = createRenderer({
  words: english,
  isExternal: () => false,
  addressOf: (url) => url,
  pictureAddress: ({ name }) => name,
});

test.each([
  ['Latin', '*The wind fell.*', '<em>The wind fell.</em>'],
  ['Cyrillic', '*Ветер стих.*', '<em>Ветер стих.</em>'],
  ['Arabic', '*هدأت*', '<em class="upright">هدأت</em>'],
  ['Chinese', 'He said *风停了*.', '<em class="upright">风停了</em>'],
  ['Hindi', '*हवा थम गई*', '<em class="upright">हवा थम गई</em>'],
  ['no letters', '*2026*', '<em>2026</em>'],
  ['mostly Latin', '*The wind, الريح, fell at the old pier.*', '<em>The wind'],
])('Emphasis in %s is upright where that script has no italics', (_script, markdown, expected) => {
  expect(render(parse(markdown))).toContain(expected);
});

test('So are the words of a quotation, and not those of any other block quote', () => {
  expect(render(parse('> هدأت الريح.\n> — Muna'))).toContain('<blockquote class="upright">');
  expect(render(parse('> The wind fell.\n> — Muna'))).toContain('<blockquote>\n<p>The wind');
  expect(render(parse('> هدأت الريح.'))).toContain('<blockquote dir="rtl">');
});

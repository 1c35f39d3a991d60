import { describe, expect, test } from 'vitest';
import { checkContent } from '@/lib/check/check-content.ts';
import { aContentFolder, anIndex, someday } from '../../support/content-folder.ts';

const codes = /-as-text|template-text|letter-broken|entity-in-key/;

/** The codes that are reported of a text, or of a title. */
async function codesOf({ lead = 'The wind fell.', title = 'The storm passes' }): Promise<string[]> {
  const index = anIndex({ lead }).replace('title: The storm passes', `title: ${title}`);
  const problems = await checkContent(aContentFolder({ 'articles/storm/index.md': index }), { now: someday });
  return problems.map(({ code }) => code).filter((code) => codes.test(code));
}

describe('What editors write by a habit from elsewhere', () => {
  test.each([
    ['a comment of a programming language', 'Fine.\n\n// ask the mayor again\n\nMore.', 'comment-as-text'],
    ['another', 'Fine. /* ask the mayor */ More.', 'comment-as-text'],
    ['a heading with an invisible space', 'Text.\n\n###\u00a0Heading', 'heading-as-text'],
    ['a heading with seven signs', 'Text.\n\n####### Heading', 'heading-as-text'],
    ['a heading with wide signs', 'Text.\n\n＃＃＃ 見出し', 'heading-as-text'],
    ['a list with an invisible space', 'Text.\n\n-\u00a0one\n-\u00a0two', 'list-as-text'],
    ['tasks without a space', 'Text.\n\n-[ ] one\n-[x] two', 'list-as-text'],
    ['bullets of a word processor', 'Text.\n\n\uf0b7 one\n\uf0b7 two', 'list-as-text'],
    ['bullets that are dots', 'Text.\n\n· one\n· two', 'list-as-text'],
    ['bullets that are arrows', 'Text.\n\n➢ one\n➢ two', 'list-as-text'],
    ['bullets that are letters', 'Text.\n\no one\no two\no three', 'list-as-text'],
    ['items by letter', 'Text.\n\na) one\nb) two', 'list-as-text'],
    ['items by number in brackets', 'Text.\n\n(1) one\n(2) two', 'list-as-text'],
    ['a character reference that was encoded twice', 'Fish &amp;amp; chips.', 'letter-broken'],
    ['a character reference without its end', 'Fish&nbsp chips.', 'letter-broken'],
    ['an escape of a program', 'They don\\u2019t know.', 'letter-broken'],
    ['bytes of an email', 'They don=E2=80=99t know.', 'letter-broken'],
    ['a picture that was pasted', 'Here \ufffc it is.', 'letter-broken'],
    ['a sign of one typeface alone', 'It is \uf0e0 there.', 'letter-broken'],
    ['an address alone', 'See https://log.example/19 for more.', 'link-as-text'],
    ['a link with curly brackets', 'See [the log]{https://log.example}.', 'link-as-text'],
    ['a link of a wiki', 'See [https://log.example the log].', 'link-as-text'],
    ['a note with a letter for a sign', 'So it was.[ˆlog]', 'note-as-text'],
    ['code of a template', 'Text <%= title %> here.', 'template-as-text'],
    ['attributes of a link', 'See [the log](https://log.example){target=_blank}.', 'template-as-text'],
    ['a heading of a wiki', '=== The night ===\n\nText.', 'template-as-text'],
    ['a table of a wiki', '{| class=x\n|-\n| a || b\n|}', 'template-as-text'],
    ['a heading of Textile', 'h3. The night\n\nText.', 'template-as-text'],
    ['a directive of reStructuredText', '.. note:: Text here.', 'template-as-text'],
    ['LaTeX', 'The \\textbf{pier} stands.', 'template-as-text'],
    ['a box of MkDocs', '!!! note\n    Text here.', 'template-as-text'],
    ['a page break', 'Text.\n\n\\pagebreak\n\nMore.', 'template-as-text'],
    ['a directive that does not end', 'The :plain[pier stands.', 'template-as-text'],
    ['filler text', 'Lorem ipsum dolor sit amet, consectetur elit.', 'template-text'],
  ])('is reported: %s', async (_what, lead, code) => {
    expect(await codesOf({ lead })).toContain(code);
  });

  test.each([
    ['a tag', 'The <em>pier</em> stands', 'entity-in-key'],
    ['a line break', 'The pier<br>stands', 'entity-in-key'],
    ['an escape of a program', "'The pier\\u2019s end'", 'letter-broken'],
    ['a mark for what is to come', 'TK', 'template-text'],
    ['filler text', 'Lorem ipsum dolor sit amet', 'template-text'],
  ])('is reported in a key: %s', async (_what, title, code) => {
    expect(await codesOf({ title })).toContain(code);
  });

  test.each([
    'See <https://log.example/19> or [the log](https://log.example/19), and `https://log.example`.',
    '[https://log.example](https://log.example)',
    'Either/or, and 24/7 // a verse // another.',
    'R&D; AT&T, Marks & Spencer and Q&A.',
    'a) Only one line',
    'The · stands between.\n· Here too it does.',
    'Issue #7 · section § 3 says “=” and “==”.',
    'C++ and 5 * 3 /2, path C:\\users\\textbf',
    'He rose (1) early (2) late.',
    'A. Smith wrote it.',
    '// how it begins\nlet it = code();',
    'They put lorem ipsum there.',
    'Use `<%= title %>` and `\\u2019` and `=E2=80=99`.',
    'It is 10:30: [the log](https://log.example) says so!!!',
  ])('is not seen in %s', async (lead) => {
    expect(await codesOf({ lead })).toEqual([]);
  });

  test.each(['Prices < 5 and > 3', 'R&D at AT&T', '"TK Maxx opens"', 'If x <3'])(
    'is not seen in the key %s',
    async (title) => {
      expect(await codesOf({ title })).toEqual([]);
    },
  );
});

import { toString as textOf } from 'mdast-util-to-string';
import { remark } from 'remark';
import { describe, expect, test } from 'vitest';
import { articleMarkdown } from '@/lib/formats/article-markdown.ts';
import { settingOf } from '@/lib/formats/setting.ts';
import type { Article } from '@/lib/model/model.ts';
import { aRenderer } from '../../support/a-renderer.ts';
import {
  aLeadPicture,
  anArticle,
  anAuthor,
  aSection,
  aSite,
  aSource,
  aSourceNote,
  aTextNote,
} from '../../support/an-article.ts';
import { badTexts } from '../../support/bad-texts.ts';

const write = (article: Partial<Article> = {}) => articleMarkdown(anArticle(article), settingOf(aSite()));
/** What stands behind the head of the article. */
const body = (article: Partial<Article>) => write({ lead: '', ...article }).split('quiet-on-the-border/>\n\n')[1];

describe('An article as Markdown', () => {
  test('begins with headline, standfirst, who wrote it when, and its address', () => {
    expect(
      write({ lead: '<p>It was quiet.</p>', authors: [anAuthor(), anAuthor({ id: 'ben', name: 'Ben Cole' })] }),
    ).toBe(
      [
        '# Quiet on the border',
        '',
        'Nothing has happened, and everybody is relieved.',
        '',
        '- By Ada Reed and Ben Cole',
        '- Published: 19 January 2026 at 18:00 GMT+3',
        '- <https://example.org/articles/quiet-on-the-border/>',
        '',
        'It was quiet.',
        '',
      ].join('\n'),
    );
  });

  test.each([
    ['update', 'Updated 20 January 2026'],
    ['correction', 'Corrected 20 January 2026'],
  ] as const)('tells of its last %s, and of nothing minor after it', (kind, line) => {
    const recorded = Date.parse('2026-01-20T15:00:00Z');
    const version = { number: 2, recorded, note: '', passages: [], redactions: [], parts: [] };
    const minor = { ...version, number: 3, recorded: recorded + 1e9, kind: 'minor' as const };
    expect(write({ record: [{ ...version, kind }, minor] })).toContain(`\n- ${line}\n`);
    expect(write({ record: [minor] })).not.toContain('Updated');
  });

  test('has its sections under their titles, with absolute links', () => {
    const sections = [aSection({ title: 'Rain', html: '<h3>Wind</h3><p>See <a href="#sun">below</a>.</p>' })];
    expect(body({ sections })).toBe(
      '## Rain\n\n### Wind\n\nSee [below](https://example.org/articles/quiet-on-the-border/#sun).\n',
    );
  });

  test('has its lead picture with caption and credit', () => {
    expect(body({ picture: aLeadPicture() })).toBe(
      '![The pier at dawn](https://example.org/pictures/storm/pier-1a2b3c4d-960.jpg)\n\nEvery plank held. Ada Reed\n',
    );
  });

  test('has its sources and notes as footnotes with their numbers', () => {
    const lead = '<p>It rained.<sup class="note"><a href="#note-1" id="cite-1-1">1</a></sup></p>';
    const source = aSource({ url: 'https://a.example/', date: { precision: 'month', value: '2026-01' } });
    const notes = [aSourceNote({ source }), aTextNote({ number: 2, html: '<p>One.</p><p>Two.</p>' })];
    expect(body({ lead, notes })).toBe(
      [
        'It rained.[^1]',
        '',
        '## How we know',
        '',
        '[^1]: [Ministry of Defence, Baghdad](https://a.example/) (Statement, January 2026)',
        '',
        '[^2]: One.',
        '',
        '    Two.',
        '',
      ].join('\n'),
    );
  });

  test('ends with its corrections', () => {
    const corrections = [
      {
        number: 2,
        recorded: 0,
        note: 'We miscounted.',
        passages: [{ section: undefined, was: 'Two', is: 'Three' }],
        redactions: [],
      },
    ];
    expect(body({ corrections })).toBe(
      [
        '## Corrections',
        '',
        '1 January 1970: We miscounted.',
        '',
        'It said: ~~Two~~',
        '',
        'It now says: Three',
        '',
        '[See what changed](https://example.org/articles/quiet-on-the-border/versions/2/)',
        '',
      ].join('\n'),
    );
  });

  test('has a quotation with who said it', () => {
    const lead =
      '<figure class="quotation">\n<blockquote>\n<p>“A”</p>\n</blockquote>\n<figcaption>Ada Reed</figcaption>\n</figure>';
    expect(body({ lead })).toBe('> “A”\n\n— Ada Reed\n');
  });

  test('has no white space where none is shown', () => {
    expect(body({ lead: '<p>\n  A\n  <em>b</em>\n</p>\n\n' })).toBe('A *b*\n');
    expect(write({ title: 'One\ntwo', standfirst: 'Three\n\nfour' })).toMatch(/^# One two\n\nThree four\n/);
  });

  test.each(badTexts)('has a headline with %s as it is', (_what, title, left = title) => {
    const [heading] = remark().parse(write({ title })).children;
    expect(heading).toMatchObject({ type: 'heading', depth: 1 });
    expect(heading && textOf(heading)).toBe(left);
  });
});

describe('Markdown that was rendered comes back', () => {
  const renderer = aRenderer();
  test.each([
    ['emphasis', 'A *b* **c** ~~d~~ `e`'],
    ['a list', '- a\n- b\n  - c'],
    ['a numbered list', '3. a\n4. b'],
    ['a list of paragraphs', '- a\n\n  b\n\n- c'],
    ['a table', '| a  | b  |\n| -- | -- |\n| c  | *d* |'],
    ['a line that is broken in a cell', '| a     | b  |\n| ----- | -- |\n| c<br>d | *e*<br>**f** |'],
    ['code', '```\na <b>\n  c\n```'],
    ['code of a language', '```js\nlet a;\n```'],
    ['the alignment of columns', '| a | b   | c  |\n| - | :-: | -: |\n| d | e   | f  |'],
    ['tasks', '- [x] done\n- [ ] to *do*'],
    ['a quotation without a speaker', '> a\n>\n> b'],
    ['a link with a title', '[a](https://a.example/ "B")'],
    ['a line that is broken', 'a\\\nb'],
    ['a rule', 'a\n\n---\n\nb'],
    ['signs that mean something', '1\\. a \\* b \\[c] \\<d> \\_e\\_'],
  ])('with %s', (_what, markdown) => {
    const lead = renderer.render(renderer.parse(markdown));
    const again = renderer.render(renderer.parse(body({ lead }) ?? ''));
    expect(again).toBe(lead);
  });
});

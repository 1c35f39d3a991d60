import { toString as textOf } from 'mdast-util-to-string';
import { remark } from 'remark';
import { describe, expect, test } from 'vitest';
import { articleMarkdown } from '@/lib/formats/article-markdown.ts';
import { settingOf } from '@/lib/formats/setting.ts';
import type { Article } from '@/lib/model/model.ts';
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
/** What comes after the head of the article. */
const body = (article: Partial<Article>) =>
  write({ leadMarkdown: '', ...article }).split('quiet-on-the-border/>\n\n')[1];

describe('An article as Markdown', () => {
  test('begins with headline, standfirst, who wrote it when, and its address', () => {
    expect(write({ authors: [anAuthor(), anAuthor({ id: 'ben', name: 'Ben Cole' })] })).toBe(
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

  test('has its text as it is, with sections under their titles', () => {
    const sections = [aSection({ title: 'Rain *', markdown: '### Wind\n\n```js\nlet a;\n```' })];
    expect(body({ leadMarkdown: 'A *b*\n\n> c', sections })).toBe(
      'A *b*\n\n> c\n\n## Rain \\*\n\n### Wind\n\n```js\nlet a;\n```\n',
    );
  });

  test.each([
    ['who wrote it', {}],
    ['its key points', { keyPoints: [{ text: 'One', section: undefined }] }],
  ])('keeps a list with which it begins apart from that of %s', (_what, article) => {
    const tree = remark().parse(write({ leadMarkdown: '- a\n- b', ...article }));
    const last = tree.children.findLast(({ type }) => type === 'list');
    expect(last).toMatchObject({ children: { length: 2 } });
    expect(last && textOf(last)).toBe('ab');
  });

  test('has its key points, what nobody could check, its dateline and its timeline', () => {
    const timeline = [
      { when: { precision: 'day', value: '2026-01-18' } as const, text: 'It *fell*.', section: 'rain' },
    ];
    const keyPoints = [{ text: 'One\ntwo', section: undefined }];
    expect(body({ keyPoints, unverified: ['Three'], dateline: 'Baghdad', timeline })).toBe(
      [
        '**Key points**',
        '- One two',
        '**What is not verified**',
        '- Three',
        'Baghdad',
        '## How it unfolded',
        '- Sunday, 18 January 2026: It \\*fell\\*.\n',
      ].join('\n\n'),
    );
  });

  test('says what readers have to know before they read, and which part of its series it is', () => {
    const labels = { sponsor: { name: 'Acme', url: 'https://acme.example/' }, satire: true, warning: 'Violence.' };
    const markdown = body({ labels, series: { id: 'war', name: 'The war' }, part: 2 }) ?? '';
    expect(markdown).toContain('](https://example.org/series/war/)');
    expect(markdown).toMatch(/\*\*\[.*Acme.*\]\(https:\/\/acme\.example\/\)\*\*\n\n\*\*.*\*\*\n\n\*\*.*Violence\.\*\*/);
  });

  test('has its lead picture with caption and credit', () => {
    expect(body({ picture: aLeadPicture() })).toBe(
      '![The pier at dawn](https://example.org/pictures/storm/pier-1a2b3c4d-960.jpg)\n\nEvery plank held. Ada Reed\n',
    );
  });

  test('has its sources and notes as footnotes with their numbers', () => {
    const leadMarkdown = 'It rained.[^1]';
    const source = aSource({ url: 'https://a.example/', date: { precision: 'month', value: '2026-01' } });
    const notes = [aSourceNote({ source }), aTextNote({ number: 2, markdown: 'One.\n\nTwo.' })];
    expect(body({ leadMarkdown, notes })).toBe(
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

  test('has no white space where none is shown', () => {
    expect(write({ title: 'One\ntwo', standfirst: 'Three\n\nfour' })).toMatch(/^# One two\n\nThree four\n/);
  });

  test.each(badTexts)('has a headline with %s as it is', (_what, title, left = title) => {
    const [heading] = remark().parse(write({ title })).children;
    expect(heading).toMatchObject({ type: 'heading', depth: 1 });
    expect(heading && textOf(heading)).toBe(left);
  });
});

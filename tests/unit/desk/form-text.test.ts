import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type FormContent, formOf, textOf } from '@/lib/desk/browser/form-text.ts';
import { deskConfig } from '@/lib/desk/desk-config.ts';
import type { Desk } from '@/lib/model/desk.ts';

const desk = { backend: 'github', repo: 'a/b', branch: 'desk', folder: 'content' } as Desk;
const { formats } = deskConfig({ name: 'x', url: 'https://x.example', languages: ['en', 'ar'], timeZone: 'UTC', desk });
const shape = (kind: string) => formats[`standfirst-${kind}-frontmatter`] ?? [];

/** What an editor changes in a form, and the text of the file after that. */
function edited(text: string, change: (content: FormContent) => FormContent, kind = 'article'): string {
  return textOf(change(formOf(text, shape(kind))), shape(kind));
}

const article = `---
# Ours
title:   'The storm'   # for now
standfirst: >-
  It passed
  at dawn.
authors: [ada-reed]
published: 2026-01-19T23:30:00+03:00
topics:
    - weather
    - sea
draft: false
keyPoints:
  - The pier stands. # surely
  - { text: "The ferries sail.", section: pier }
unheard: of
sources: [ {id: log, name: Harbour log,   kind: document} ]
aliases: []
---


It passed.[^log] :plain[Ada]

| a | b |
|---|---|
| 1 | 2 |
`;

describe('A form', () => {
  test('has groups for what may be bare in a file, and lists for groups of any keys', () => {
    expect(formOf(article, shape('article'))['keyPoints']).toEqual([
      { text: 'The pier stands.' },
      { text: 'The ferries sail.', section: 'pier' },
    ]);
    const translation = '---\nsources: { log: سجل الميناء }\n---\n';
    expect(formOf(translation, shape('article-translation'))['sources']).toEqual([{ id: 'log', value: 'سجل الميناء' }]);
    const site = `---\nnavigation: [about, { label: Sea, url: /topics/sea/ }]\nlook: { accent: "#0b6e4f", paper: { light: "#ffffff", dark: "#000000" } }\nchecks: { word-twice: { off: true, reason: Ours. } }\n---\n`;
    expect(formOf(site, shape('site'))).toMatchObject({
      navigation: [{ url: 'about' }, { label: 'Sea', url: '/topics/sea/' }],
      look: { accent: { light: '#0b6e4f' }, paper: { light: '#ffffff', dark: '#000000' } },
      checks: [{ id: 'word-twice', off: true, reason: 'Ours.' }],
    });
    for (const text of [translation, site]) expect(edited(text, (content) => content, 'site')).toBe(text);
  });

  test('refuses a file whose front matter cannot be read, so that nobody overwrites it', () => {
    for (const text of ['No fences', '---\ntitle: x\n', '---\ntitle: [x\n---\n', '---\na: 1\na: 2\n---\n'])
      expect(() => formOf(text, [])).toThrow('cannot be read');
  });
});

describe('What was not changed in a form', () => {
  const files = globSync(
    'tests/fixtures/sites/*/{*.md,{articles,authors,topics,glossary,pages,series}/**/*.md}',
  ).filter((file) => !file.includes('/versions/'));
  const kinds: Record<string, string> = {
    'index.md': 'article',
    'site.md': 'site',
    'front.md': 'front',
    'redirects.md': 'redirects',
  };

  test.each(files)('stays as it is in the file, to the byte: %s', (file) => {
    const text = readFileSync(file, 'utf8');
    expect(edited(text, (content) => content, kinds[basename(file)] ?? 'section')).toBe(text);
  });

  test('stays where a form takes white space away from a text', () => {
    const text = article.replace('standfirst: >-', 'standfirst: >');
    expect(edited(text, (content) => ({ ...content, standfirst: 'It passed at dawn.', dateline: 'Geneva' }))).toBe(
      text.replace('aliases: []\n', 'aliases: []\ndateline: Geneva\n'),
    );
  });

  test('stays, whatever else a form adds to fields that nobody filled in', () => {
    const whole = edited(article, (content) => ({
      ...content,
      expires: '',
      labels: null,
      related: [],
      featured: false,
      picture: { alt: '', credit: '', image: undefined },
    }));
    expect(whole).toBe(article);
  });

  test.each([
    [
      'a text in quotes, with a comment',
      (content: FormContent) => ({ ...content, title: 'The calm' }),
      ["title: 'The calm'   # for now", "title:   'The storm'   # for now"],
    ],
    [
      'a folded text',
      (content: FormContent) => ({ ...content, standfirst: 'It came.' }),
      ['standfirst: >-\n  It came.', 'standfirst: >-\n  It passed\n  at dawn.'],
    ],
    [
      'a list',
      (content: FormContent) => ({ ...content, authors: ['ada-reed', 'ben-ray'] }),
      ['authors: [ ada-reed, ben-ray ]', 'authors: [ada-reed]'],
    ],
    [
      'a date',
      (content: FormContent) => ({ ...content, published: '2026-01-20T23:30:00+03:00' }),
      ['published: 2026-01-20T23:30:00+03:00', 'published: 2026-01-19T23:30:00+03:00'],
    ],
    [
      'the text',
      (content: FormContent) => ({ ...content, body: String(content['body']).replace('It passed', 'It came') }),
      ['\n\n\nIt came.[^log]', '\n\n\nIt passed.[^log]'],
    ],
    [
      'one point of several',
      (content: FormContent) => ({
        ...content,
        keyPoints: [{ text: 'The pier fell.' }, { text: 'The ferries sail.', section: 'pier' }],
      }),
      ['  - The pier fell. # surely', '  - The pier stands. # surely'],
    ],
    ['a flag that goes', (content: FormContent) => ({ ...content, draft: true }), ['draft: true', 'draft: false']],
  ] as const)('stays beside %s that was', (_what, change, [now, before]) => {
    const text = edited(article, change as (content: FormContent) => FormContent);
    expect(text.replace(/\[ ada/, '[ ada').replace(/'The calm' +#/, "'The calm'   #")).toBe(
      article.replace(before, now),
    );
  });

  test('has the line ends of its file', () => {
    const text = article.replaceAll('\n', '\r\n');
    expect(edited(text, (content) => ({ ...content, title: 'The calm', body: 'It came.' }))).toBe(
      edited(article, (content) => ({ ...content, title: 'The calm', body: 'It came.' })).replaceAll('\n', '\r\n'),
    );
  });

  test('is what is beside a key that is added, or removed', () => {
    expect(edited(article, (content) => ({ ...content, dateline: 'Geneva' }))).toBe(
      article.replace('aliases: []\n', 'aliases: []\ndateline: Geneva\n'),
    );
    const { keyPoints: _gone, ...rest } = formOf(article, shape('article'));
    expect(textOf(rest, shape('article'))).toBe(article.replace(/keyPoints:\n.*\n.*\n/, ''));
  });
});

describe('An entry with a new slug', () => {
  const former = { standfirst_former: ['/articles/storm', '/articles/gale'] };

  test('has the former ones among its aliases, each once', () => {
    const again = edited(article, (content) => ({ ...content, ...former, aliases: ['gale'] }));
    expect(again).toBe(article.replace('aliases: []', 'aliases: [ gale, storm ]'));
    expect(textOf({ ...formOf(again, shape('article')), ...former }, shape('article'))).toBe(again);
  });

  test('has them in the original alone', () => {
    const text = '---\nname: البحر\n---\n';
    expect(edited(text, (content) => ({ ...content, standfirst_former: ['/ar/series/sea'] }), 'series')).toBe(text);
  });
});

describe('A new file', () => {
  test('has what was filled in, and nothing else', () => {
    const content = {
      title: 'The calm',
      draft: true,
      expires: '',
      topics: ['sea'],
      keyPoints: [{ text: 'a', section: '' }, { text: 'b' }],
      body: 'It came.',
    };
    expect(textOf(content, shape('article'))).toBe(
      '---\ntitle: The calm\ndraft: true\ntopics:\n  - sea\nkeyPoints:\n  - a\n  - b\n---\n\nIt came.\n',
    );
    expect(textOf({ name: 'Sea' }, shape('topics'))).toBe('---\nname: Sea\n---\n');
  });
});

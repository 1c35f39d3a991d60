import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { leftBehind } from '@/lib/authoring/left-behind.ts';
import { newTranslation } from '@/lib/authoring/new-translation.ts';
import { redact } from '@/lib/authoring/redact.ts';
import { prepareVersion } from '@/lib/authoring/revise.ts';
import { setRight } from '@/lib/authoring/set-right.ts';
import { undoVersion } from '@/lib/authoring/undo.ts';
import { listTranslations } from '@/lib/check/list-translations.ts';
import {
  githubTranslations,
  isOverdue,
  jsonTranslations,
  textOfTranslations,
} from '@/lib/check/translation-reports.ts';
import { loadContent } from '@/lib/content/load-content.ts';
import { aContentFolder, anIndex, checkedLines, problemLines } from '../../support/content-folder.ts';
import { change, record } from '../../support/recorded-storm.ts';
import { anIndexInArabic, twoLanguages } from '../../support/two-languages.ts';

const pier = 'articles/storm/1-pier.md';
const pierInArabic = 'articles/storm/1-pier.ar.md';
const start = Date.UTC(2026, 0, 20, 12);
const hour = 3_600_000;

/** The storm in two languages, both with a recorded first version. */
function recorded(files: Record<string, string | undefined> = {}): string {
  const content = aContentFolder({ ...twoLanguages, ...files });
  record(content, { kind: 'publish', note: 'First published.' }, start);
  record(content, { lang: 'ar', kind: 'publish', note: 'نُشر أول مرة.' }, start + hour);
  return content;
}

function correct(content: string): void {
  change(content, pier, 'Every plank held.', 'Nearly every plank held.');
  record(content, { kind: 'correction', note: 'One plank broke.' }, start + 2 * hour);
}

describe('The record of a translation', () => {
  test('is a chain of its own beside that of the original, and names the version that it translates', () => {
    const content = recorded();
    change(content, pierInArabic, 'صمد كل لوح.', 'صمدت الألواح كلها.');
    const file = record(content, { lang: 'ar', kind: 'minor', note: 'صياغة.' }, start + 3 * hour);

    expect(file).toBe(join(content, 'articles/storm/versions/2.ar.md'));
    expect(readFileSync(file, 'utf8')).toContain('translates: 1');
    const { content: whole } = loadContent(content);
    expect(whole?.articles[0]?.read().record).toHaveLength(1);
    expect(whole?.others[0]?.articles[0]?.read().record).toMatchObject([
      { number: 1, kind: 'publish', translates: 1 },
      { number: 2, kind: 'minor', previous: expect.any(String) },
    ]);
    expect(problemLines(content)).toEqual([]);
  });

  test('is faulty if a version of it was rewritten, and the original is not', () => {
    const content = recorded();
    change(content, pierInArabic, 'صمد كل لوح.', 'صمدت الألواح كلها.');
    record(content, { lang: 'ar', kind: 'update', note: 'أخبار.' }, start + 3 * hour);
    change(content, 'articles/storm/versions/1.ar.md', 'هدأت الريح', 'هدأت العاصفة');

    expect(problemLines(content)).toEqual([
      expect.stringContaining('content/articles/storm/versions/1.ar.md:1:1  error  version-digest'),
    ]);
  });

  test('has corrections in the words of its readers', () => {
    const content = recorded();
    change(content, pierInArabic, 'صمد كل لوح.', 'صمد كل لوح تقريبًا.');

    expect(
      prepareVersion(content, { slug: 'storm', lang: 'ar', kind: 'correction', note: 'انكسر لوح.' }, start + 3 * hour),
    ).toMatchObject({ number: 2, passages: [{ section: 'pier', was: 'صمد كل لوح.', is: 'صمد كل لوح تقريبًا.' }] });
  });

  test('can be set right, redacted and taken back without a change to that of the original', () => {
    const content = recorded();
    const original = readFileSync(join(content, 'articles/storm/versions/1.md'), 'utf8');
    change(content, pierInArabic, 'صمد كل لوح.', 'صمدت الألواح.');
    record(content, { lang: 'ar', kind: 'update', note: 'أخبار.' }, start + 3 * hour);

    expect(setRight(content, { slug: 'storm', lang: 'ar', number: 2, kind: 'minor' }).kind).toBe('minor');
    const redaction = { slug: 'storm', lang: 'ar', passage: 'صمد كل لوح', reason: 'طلب.', notice: '[حُذف. طلب.]' };
    expect(redact(content, redaction, start + 4 * hour)).toEqual([1]);
    expect(problemLines(content)).toEqual([]);
    expect(undoVersion({ content, slug: 'storm', lang: 'ar' }, undefined)).toEqual({
      number: 2,
      file: join(content, 'articles/storm/versions/2.ar.md'),
    });
    expect(readFileSync(join(content, 'articles/storm/versions/1.md'), 'utf8')).toBe(original);
  });

  test('is refused for a language that the publication or the article does not have', () => {
    const content = recorded({ 'articles/market/index.ar.md': anArticleInArabic });
    const attempt = (slug: string, lang?: string) => () =>
      prepareVersion(content, { slug, lang, kind: 'publish', note: 'New.' }, start + 5 * hour);

    expect(attempt('storm', 'fr')).toThrow('"fr" is none of the languages in');
    expect(attempt('market')).toThrow('market is not there in en-GB. Say in which language: --lang ar');
    expect(attempt('market', 'ar')().number).toBe(1);
  });
});

const anArticleInArabic =
  '---\ntitle: سوق السمك\nstandfirst: السوق مفتوح.\nauthors: [ada-reed]\npublished: 2026-01-20T08:00:00+00:00\ntopics: [weather]\n---\n\nفتح السوق.\n';

describe('A change of an original', () => {
  test('leaves its translations behind, and revise says which', () => {
    const content = recorded();
    correct(content);

    expect(leftBehind({ content, slug: 'storm' }, 2)).toEqual([{ lang: 'ar', translates: 1, parts: ['section pier'] }]);
    expect(leftBehind({ content, slug: 'storm', lang: 'ar' }, 1)).toEqual([]);
  });

  test('leaves none behind if it is minor', () => {
    const content = recorded();
    change(content, pier, 'Every plank held.', 'All planks held.');
    record(content, { kind: 'minor', note: 'Words.' }, start + 2 * hour);

    expect(leftBehind({ content, slug: 'storm' }, 2)).toEqual([]);
    expect(problemLines(content)).toEqual([]);
  });

  test('is told by the check at the section, until the translation has it', () => {
    const content = recorded();
    correct(content);

    expect(problemLines(content)).toEqual([
      'content/articles/storm/1-pier.ar.md:2:8  warning  translation-behind  In the original, section pier was corrected in version 2, and this translates version 1. Take the change over, write translates: 2, and record it with npm run revise -- storm --lang ar --kind update --note "…" (or correction, or minor).',
    ]);
    change(content, pierInArabic, 'صمد كل لوح.', 'صمد كل لوح تقريبًا.');
    change(content, 'articles/storm/index.ar.md', 'translates: 1', 'translates: 2');
    record(content, { lang: 'ar', kind: 'correction', note: 'انكسر لوح.' }, start + 4 * hour);
    expect(problemLines(content)).toEqual([]);
  });
});

describe('The list of translations', () => {
  test('names for GitHub the key, the text or the heading that is behind, and for what is new the version translated', () => {
    const content = recorded();
    change(content, 'articles/storm/index.md', 'title: The storm passes', 'title: The storm is over');
    change(content, 'articles/storm/index.md', 'The wind fell at dawn.', 'The wind fell at noon.');
    change(content, pier, 'Every plank held.', 'Nearly every plank held.');
    writeFileSync(join(content, 'articles/storm/2-boats.md'), '---\ntitle: The boats\n---\n\nThey sail.\n');
    record(content, { kind: 'update', note: 'News.' }, start + 2 * hour);

    const patience = { now: start + 10 * hour, failAfter: undefined };
    const lines = githubTranslations(listTranslations(content, patience.now), patience).split('\n');
    expect(lines.map((line) => /storm\/(.*),title=.*::(.*?) (?:was|is) /.exec(line)?.slice(1).join(' '))).toEqual([
      'index.ar.md,line=4 headline',
      'index.ar.md,line=9 lead',
      '1-pier.ar.md,line=2 section pier',
      'index.ar.md,line=2 section boats',
      undefined,
    ]);
  });

  test('has what is behind and since when, and what is not translated', () => {
    const content = recorded({ 'articles/calm/index.md': anIndex(), 'articles/market/index.ar.md': anArticleInArabic });
    const now = start + 10 * hour;
    expect(textOfTranslations(listTranslations(content, now), { now, failAfter: undefined })).toBe(
      'Not translated into ar: calm.\n0 of 1 translation is behind.',
    );
    correct(content);
    const list = listTranslations(content, now);
    const patience = { now, failAfter: 7 * hour };

    expect(
      textOfTranslations(list, patience).replaceAll(content, 'content'),
    ).toBe(`content/articles/storm/index.ar.md  translates version 1 of 2
  section pier was corrected on 20 January 2026 (version 2)  overdue

Not translated into ar: calm.
1 of 1 translation is behind, 1 of them without a correction for longer than --fail-after allows.`);
    expect(githubTranslations(list, patience).replaceAll(content, 'content').split('\n')[0]).toBe(
      '::error file=content/articles/storm/1-pier.ar.md,line=2,title=translation-behind::section pier was corrected on 20 January 2026 (version 2). The translation is of version 1 of 2.',
    );
    expect(JSON.parse(jsonTranslations(list, patience))).toEqual({
      translations: [
        {
          article: 'storm',
          lang: 'ar',
          file: join(content, 'articles/storm/index.ar.md'),
          translates: 1,
          latest: 2,
          overdue: true,
          behind: [
            {
              part: 'section pier',
              change: 'changed',
              since: '2026-01-20T14:00:00.000Z',
              versions: [{ number: 2, kind: 'correction', recorded: '2026-01-20T14:00:00.000Z' }],
            },
          ],
        },
      ],
      missing: { ar: ['calm'] },
      atFault: [],
    });
  });

  test('counts a correction as overdue after its time, and an update never', () => {
    const content = recorded();
    change(content, pier, 'Every plank held.', 'Every plank held, and more.');
    record(content, { kind: 'update', note: 'More.' }, start + 2 * hour);
    const overdue = (now: number, failAfter: number) =>
      listTranslations(content, now).translations.map((one) => isOverdue(one, { now, failAfter }));

    expect(overdue(start + 1000 * hour, hour)).toEqual([false]);
    change(content, pier, 'and more', 'and no more');
    record(content, { kind: 'correction', note: 'No more.' }, start + 3 * hour);
    expect(overdue(start + 4 * hour, hour)).toEqual([false]);
    expect(overdue(start + 4 * hour + 1, hour)).toEqual([true]);
  });

  test('names translations at fault', () => {
    const content = recorded({
      'articles/calm/index.md': anIndex(),
      'articles/calm/index.ar.md': '---\ntitle: هدوء\n---\n',
    });

    expect(listTranslations(content, start).atFault).toEqual([join(content, 'articles/calm/index.ar.md')]);
  });
});

describe('A new translation', () => {
  const untouched = { 'articles/storm/1-pier.ar.md': undefined, 'articles/storm/index.ar.md': undefined };

  test('is a draft with every text above its place, and what else is needed', () => {
    const content = aContentFolder({
      ...twoLanguages,
      ...untouched,
      'topics/weather.ar.md': undefined,
      'articles/storm/index.md': anIndex({
        keys: 'keyPoints: ["It held: all of it.", { text: They sail., section: pier }]\nsources: [{ id: log, name: "Log: #1", kind: interview }]',
        lead: 'The wind fell.[^log]\n\n- One\n- Two <!-- a note -->\n',
      }),
    });
    const { files, needed } = newTranslation(content, 'storm', 'ar');

    expect(files).toEqual(['index', '1-pier'].map((name) => join(content, `articles/storm/${name}.ar.md`)));
    expect(needed).toEqual(['topics/weather.ar.md']);
    expect(readFileSync(join(content, 'articles/storm/index.ar.md'), 'utf8')).toBe(`---
# The number of the version of the original that this translates
translates: 1
# Who translates the article
translator: …
# Take this line out when readers are to see the translation
draft: true
# The storm passes
title: …
# The pier stands, and the ferries sail again.
standfirst: …
keyPoints:
  # It held: all of it.
  - …
  # They sail.
  - …
sources:
  # Log: #1
  log: …
---

<!--
The wind fell.[^log]
-->


<!--
- One
- Two
-->
`);
  });

  test('has no errors once what else is needed is there, and warns of each text that is not translated', async () => {
    const content = aContentFolder({ ...twoLanguages, ...untouched });
    newTranslation(content, 'storm', 'ar');

    expect((await checkedLines(content)).map((line) => line.split('  ').slice(0, 3).join(' '))).toEqual([
      'content/articles/storm/1-pier.ar.md:1:1 warning text-empty',
      'content/articles/storm/1-pier.ar.md:3:8 warning template-text',
      'content/articles/storm/index.ar.md:5:13 warning template-text',
      'content/articles/storm/index.ar.md:9:8 warning template-text',
      'content/articles/storm/index.ar.md:11:13 warning template-text',
    ]);
  });

  test('adds the sections that a translation has not', () => {
    const content = recorded({ 'articles/storm/2-quay.md': '---\ntitle: The quay\n---\n\nDry.\n' });

    expect(newTranslation(content, 'storm', 'ar').files).toEqual([join(content, 'articles/storm/2-quay.ar.md')]);
    expect(() => newTranslation(content, 'storm', 'ar')).toThrow('storm is translated into ar already');
    expect(readFileSync(join(content, 'articles/storm/index.ar.md'), 'utf8')).toBe(anIndexInArabic());
  });

  test('is refused into a language that the publication does not have', () => {
    const content = aContentFolder({ ...twoLanguages, ...untouched });

    expect(() => newTranslation(content, 'storm', 'fr')).toThrow('Write languages: [en-GB, ar, fr] in');
    expect(() => newTranslation(content, 'storm', 'en-GB')).toThrow('storm is written in en-GB.');
    renameSync(join(content, 'articles/storm/index.md'), join(content, 'articles/storm/index.ar.md'));
    expect(() => newTranslation(content, 'storm', 'ar')).toThrow(
      'storm is in ar alone, and translations are made from en-GB.',
    );
    expect(existsSync(join(content, 'articles/storm/index.fr.md'))).toBe(false);
  });
});

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { prepareVersion } from '@/lib/authoring/revise.ts';
import { memoryStore } from '@/lib/content/article-store.ts';
import { loadContent, readContent } from '@/lib/content/load-content.ts';
import { withoutFaults } from '@/lib/content/without-faults.ts';
import type { Content } from '@/lib/model/model.ts';
import { aContentFolder, anIndex, problemLines, someday } from '../../support/content-folder.ts';
import { anIndexInArabic, twoLanguages } from '../../support/two-languages.ts';

/** The content of both languages, which must have no error. */
function load(files: Record<string, string | undefined>): { first: Content; arabic: Content } {
  const dir = aContentFolder({ ...twoLanguages, ...files });
  const { content, problems } = loadContent(dir);
  const [arabic] = content?.others ?? [];
  if (!content || !arabic) throw new Error(JSON.stringify(problems));
  return { first: content, arabic };
}

function write(dir: string, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
}

/** A version of the storm as it is recorded, which the translation of it was made from. */
function aVersion(number: number, parts: string, sections = '[pier]', kind = number === 1 ? 'publish' : 'update') {
  return `---\nversion: ${number}\nrecorded: 2026-01-${19 + number}T18:00:00+00:00\nkind: ${kind}\nnote: News.\nsections: ${sections}\n---\n\n${parts}`;
}

describe('A publication in two languages', () => {
  test('is a whole one in each: texts are of the language, and all else is of the original', () => {
    const { first, arabic } = load({});

    expect(first.site).toMatchObject({ name: 'The Harbour', lang: 'en-GB', languages: ['en-GB', 'ar'], dir: 'ltr' });
    expect(arabic.site).toMatchObject({
      name: 'الميناء',
      tagline: 'أخبار الساحل',
      lang: 'ar',
      dir: 'rtl',
      digits: 'latn',
      url: 'https://harbour.example',
      timeZone: 'Europe/London',
      publisher: 'Harbour Press',
      social: ['https://social.example/harbour'],
      about: '<p>من نحن.</p>',
    });
    expect(arabic.authors).toMatchObject([{ id: 'ada-reed', name: 'آدا ريد', role: 'مراسلة' }]);
    expect(arabic.topics).toMatchObject([{ id: 'weather', name: 'الطقس' }]);
    expect(first.authors).toMatchObject([{ name: 'Ada Reed', role: undefined }]);
  });

  test('may say the country whose months it has, and no other language', () => {
    const withLang = (lang: string) => ({
      'site.ar.md': twoLanguages['site.ar.md'].replace('digits', `lang: ${lang}\ndigits`),
    });

    expect(load(withLang('ar-IQ')).arabic.site).toMatchObject({ lang: 'ar-IQ', languages: ['en-GB', 'ar'] });
    expect(problemLines(aContentFolder({ ...twoLanguages, ...withLang('en') }))).toEqual([
      'content/site.ar.md:4:7  error  value-invalid  lang is "en", and this file is in "ar". Write ar, or ar with a country.',
    ]);
  });

  test('needs the name of the site in each, and says where it is missing', () => {
    expect(problemLines(aContentFolder({ ...twoLanguages, 'site.ar.md': undefined }))).toEqual([
      'content/site.ar.md:1:1  error  file-unreadable  site.md has the language "ar", whose name and tagline of the site are missing. Write them in this file (docs/languages.md), or take ar out of languages.',
    ]);
  });

  test('has its articles in each, with the same sections, in the words of the language', () => {
    const { first, arabic } = load({
      'articles/storm/index.md': anIndex({
        keys: `keyPoints: [The pier stands., { text: The ferries sail., section: pier }]
timeline: [{ when: 2026-01-18, text: The storm comes., section: pier }]
sources: [{ id: log, name: Harbour log, kind: document, url: https://log.example/18, date: 2026-01-18 }]
dateline: Port`,
        lead: 'The wind fell at dawn.[^log]',
      }),
      'articles/storm/index.ar.md': anIndexInArabic({
        keys: `keyPoints: [صمد الرصيف., أبحرت العبّارات.]
timeline: [وصلت العاصفة.]
sources: { log: سجل الميناء }
dateline: الميناء`,
        lead: 'هدأت الريح عند الفجر.[^log]',
      }),
    });
    const [article] = arabic.articles.map(({ read }) => read());

    expect(article).toMatchObject({
      slug: 'storm',
      title: 'العاصفة تنحسر',
      published: Date.UTC(2026, 0, 19, 18),
      dateline: 'الميناء',
      authors: [{ id: 'ada-reed', name: 'آدا ريد' }],
      topics: [{ id: 'weather', name: 'الطقس' }],
      sections: [{ id: 'pier', title: 'الرصيف', html: '<p>صمد كل لوح.</p>' }],
      keyPoints: [
        { text: 'صمد الرصيف.', section: undefined },
        { text: 'أبحرت العبّارات.', section: 'pier' },
      ],
      timeline: [{ when: { precision: 'day', value: '2026-01-18' }, text: 'وصلت العاصفة.', section: 'pier' }],
      translation: { translates: 1, translator: 'ليلى حداد' },
    });
    expect(article?.notes).toMatchObject([
      { source: { id: 'log', name: 'سجل الميناء', kind: 'document', url: 'https://log.example/18' } },
    ]);
    expect(first.articles[0]?.read()).toMatchObject({
      title: 'The storm passes',
      keyPoints: [{ text: 'The pier stands.' }, { text: 'The ferries sail.', section: 'pier' }],
      translation: undefined,
    });
  });

  test('finds the names of the glossary that each language has', () => {
    const { first, arabic } = load({
      'glossary/north-pier.md':
        '---\nname: North Pier\nkind: place\naliases: [the mole]\nlatitude: 50.1\nlongitude: -5.5\n---\n\nA pier.\n',
      'glossary/north-pier.ar.md': '---\nname: الرصيف الشمالي\naliases: [المرسى]\n---\n\nرصيف.\n',
      'articles/storm/index.ar.md': anIndexInArabic({ lead: 'صمد المرسى.' }),
      'articles/storm/index.md': anIndex({ lead: 'North Pier stands.' }),
    });

    expect(arabic.glossary).toMatchObject([
      { id: 'north-pier', name: 'الرصيف الشمالي', aliases: ['المرسى'], position: { latitude: 50.1, longitude: -5.5 } },
    ]);
    expect(arabic.articles[0]?.teaser.mentions).toEqual(['north-pier']);
    expect(first.articles[0]?.teaser.mentions).toEqual(['north-pier']);
  });

  test('has no page of its own where a language has its pages', () => {
    expect(
      problemLines(aContentFolder({ ...twoLanguages, 'pages/ar.md': '---\ntitle: Arabic\n---\n\nText.\n' })),
    ).toEqual([
      'content/pages/ar.md:1:1  error  page-name-taken  The site itself has something at /ar/. Choose another name for the file, such as ar-us.md.',
    ]);
  });

  test('has articles in one language alone', () => {
    const { first, arabic } = load({
      'articles/market/index.ar.md':
        '---\ntitle: سوق السمك\nstandfirst: السوق مفتوح.\nauthors: [ada-reed]\npublished: 2026-01-20T08:00:00+00:00\ntopics: [weather]\n---\n\nفتح السوق.\n',
      'articles/market/1-stalls.ar.md': '---\ntitle: الأكشاك\naliases: [booths]\n---\n\nكثيرة.\n',
    });

    expect(first.articles.map(({ teaser }) => teaser.slug)).toEqual(['storm']);
    expect(arabic.articles.map(({ teaser }) => teaser.slug)).toEqual(['market', 'storm']);
    expect(arabic.articles[0]?.read()).toMatchObject({
      title: 'سوق السمك',
      sections: [{ id: 'stalls', aliases: ['booths'] }],
      translation: undefined,
    });
  });

  test('does not show an article in a language into which it is not translated, or in which it is a draft', () => {
    const { arabic } = load({ 'articles/storm/1-pier.ar.md': undefined, 'articles/storm/index.ar.md': undefined });
    const { arabic: draft } = load({ 'articles/storm/index.ar.md': anIndexInArabic({ keys: 'draft: true' }) });

    expect(arabic.articles).toEqual([]);
    expect(draft.articles[0]?.teaser.draft).toBe(true);
  });

  test('keeps to the original in what is no text, also if that changes', () => {
    const { arabic } = load({
      'articles/storm/index.md': anIndex({
        keys: 'expires: 2026-02-01T00:00:00+00:00\nretracted: { when: 2026-01-20T00:00:00+00:00, reason: It was false. }',
      }),
      'articles/storm/index.ar.md': anIndexInArabic({ keys: 'retracted: { reason: كان الخبر كاذبًا. }' }),
    });

    expect(arabic.articles[0]?.teaser).toMatchObject({
      expires: Date.UTC(2026, 1, 1),
      retracted: { when: Date.UTC(2026, 0, 20), reason: 'كان الخبر كاذبًا.' },
    });
  });
});

describe('A translation whose original has changed', () => {
  const timeline = (entries: string) => anIndex({ keys: `timeline:\n${entries}` });
  const recorded = aVersion(
    1,
    '<!-- headline -->\n\n# The storm passes\n\n<!-- timeline -->\n\n- 2026-01-18: The storm comes.\n- 2026-01-19: The storm goes.\n',
    '[]',
  );

  test('has the texts of the entries that are still there, each by its own date', () => {
    const { arabic } = load({
      'articles/storm/versions/1.md': recorded,
      'articles/storm/index.md': timeline(
        '  - { when: 2026-01-17, text: A warning is given. }\n  - { when: 2026-01-18, text: The storm comes. }\n  - { when: 2026-01-19, text: The storm is gone. }\n',
      ),
      'articles/storm/index.ar.md': anIndexInArabic({ keys: 'timeline: [وصلت العاصفة., رحلت العاصفة.]' }),
    });

    expect(arabic.articles[0]?.read().timeline).toMatchObject([
      { when: { value: '2026-01-18' }, text: 'وصلت العاصفة.' },
      { when: { value: '2026-01-19' }, text: 'رحلت العاصفة.' },
    ]);
  });

  test('still has a section that the original has no more, and the new id of one that it has', () => {
    const { arabic } = load({
      'articles/storm/versions/1.md': aVersion(
        1,
        '<!-- headline -->\n\n# The storm passes\n\n<!-- section pier -->\n\n## The pier\n\nA.\n\n<!-- section ferries -->\n\n## Ferries\n\nB.\n',
        '[pier, ferries]',
      ),
      'articles/storm/1-pier.md': undefined,
      'articles/storm/1-mole.md': '---\ntitle: The mole\naliases: [pier, ferries]\n---\n\nEvery plank held.\n',
      'articles/storm/2-ferries.ar.md': '---\ntitle: العبّارات\n---\n\nأبحرت.\n',
    });

    expect(arabic.articles[0]?.read().sections).toMatchObject([
      { id: 'mole', title: 'الرصيف', aliases: ['pier'] },
      { id: 'ferries', title: 'العبّارات', aliases: [] },
    ]);
  });
});

describe('The record of a translation', () => {
  const own = `<!-- headline -->

# العاصفة تنحسر

<!-- standfirst -->

صمد الرصيف، وعادت العبّارات إلى الإبحار.

<!-- translator -->

ليلى حداد

<!-- lead -->

هدأت الريح عند الفجر.

<!-- section pier -->

## الرصيف

صمد كل لوح.
`;
  const files = {
    ...twoLanguages,
    'articles/storm/index.ar.md': anIndexInArabic(),
    'articles/storm/versions/1.ar.md': aVersion(1, own),
  };

  test('is its own, beside that of the original', () => {
    const { first, arabic } = load(files);

    expect(first.articles[0]?.read().record).toEqual([]);
    expect(arabic.articles[0]?.read().record).toMatchObject([{ number: 1, kind: 'publish' }]);
  });

  test('is not that of a text that was changed since, and a change of the original is no change of it', () => {
    const changed = aContentFolder({
      ...files,
      'articles/storm/1-pier.ar.md': '---\ntitle: الرصيف\n---\n\nسقط لوح.\n',
    });
    const byOther = aContentFolder({
      ...files,
      'authors/ben-gray.md': '---\nname: Ben Gray\n---\n',
      'authors/ben-gray.ar.md': '---\nname: بن غراي\n---\n',
      'articles/storm/index.md': anIndex().replace('[ada-reed]', '[ben-gray]'),
    });

    expect(problemLines(changed)).toEqual([
      'content/articles/storm/1-pier.ar.md:5:1  error  unrecorded  Readers saw another text: version 1 differs in section pier. "صمد كل" became "سقط". Record the change with npm run revise -- storm --lang ar --kind update --note "…" (or correction, or minor), or restore the text.',
    ]);
    expect(problemLines(byOther)).toEqual([]);
  });
});

describe('A fault in a translation', () => {
  test('stops neither its original nor the others', () => {
    const dir = aContentFolder({
      ...twoLanguages,
      'articles/storm/index.ar.md': anIndexInArabic().replace(/title: .*\n/, ''),
    });
    const sound = withoutFaults(readContent(dir, memoryStore()), undefined, someday);

    expect(sound.errors.map(({ code }) => code)).toEqual(['key-missing']);
    expect(sound.missing).toEqual([]);
    expect(sound.content?.articles.map(({ teaser }) => teaser.slug)).toEqual(['storm']);
  });

  test.each([
    ['a text without its index', { 'articles/storm/index.ar.md': undefined }, 'translation-alone', []],
    [
      'a text in a language that there is not',
      { 'articles/storm/index.fr.md': anIndexInArabic() },
      'translation-language',
      ['storm'],
    ],
  ])('stops no other if it is %s', (_fault, files, code, inArabic) => {
    const dir = aContentFolder({ ...twoLanguages, ...files });
    const sound = withoutFaults(readContent(dir, memoryStore()), undefined, someday);
    const slugs = (content: Content | undefined) => content?.articles.map(({ teaser }) => teaser.slug);

    expect(sound.errors.map((problem) => problem.code)).toEqual([code]);
    expect(slugs(sound.content)).toEqual(['storm']);
    expect(slugs(sound.content?.others[0])).toEqual(inArabic);
    expect(prepareVersion(dir, { slug: 'storm', kind: 'publish', note: 'News.' }, someday).number).toBe(1);
  });

  test('is told once if it is one of the original', () => {
    const dir = aContentFolder(twoLanguages);
    write(dir, { 'articles/storm/index.md': anIndex().replace(/title: .*\n/, '') });

    expect(problemLines(dir)).toEqual([
      'content/articles/storm/index.md:1:1  error  key-missing  title is missing. Add it: the headline, 110 characters at most.',
    ]);
  });
});

import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { memoryStore } from '@/lib/content/article-store.ts';
import { readContent } from '@/lib/content/load-content.ts';
import { type AtFault, withoutFaults } from '@/lib/content/without-faults.ts';
import { articleCache } from '@/lib/press/cache/article-cache.ts';
import { passingDatabase } from '@/lib/press/cache/build-cache.ts';
import { shownBy, shownInOthers } from '@/lib/press/sound-content.ts';
import { aContentFolder, anIndex, someday } from '../../support/content-folder.ts';
import { anIndexInArabic, twoLanguages } from '../../support/two-languages.ts';

const ferry = 'articles/ferry/index.md';

/** A content folder that was published once, and the result once these files are in it. */
function afterwards(first: Record<string, string>, then: Record<string, string | undefined>, now = someday) {
  const content = aContentFolder(first);
  const store = articleCache({ db: passingDatabase() }, content, 'code');
  const read = () => withoutFaults(readContent(content, store), store.lastGood, now);
  const before = read();
  expect(before.errors).toEqual([]);
  const others = shownInOthers(before, now, () => new Set());
  if (before.content) store.lastGood.note(shownBy({ ...before, content: before.content }, now, new Set()), others);
  for (const [path, text] of Object.entries(then)) {
    if (text === undefined) rmSync(join(content, path), { recursive: true });
    else writeFileSync(join(content, path), text);
  }
  const { kept, missing, out, content: after, others: inOthers } = read();
  return { kept: names(kept), missing: names(missing), out: names(out), content: after, inOthers, dir: content, read };
}

const names = (some: readonly AtFault[]) => some.map(({ name }) => name);

const mention = anIndex({ lead: 'The Harbour Board met at dawn.' });
const board = '---\nname: Harbour Board\nkind: organisation\n---\n\nIt runs the port.\n';

describe('Content without its faults', () => {
  test('has articles at fault as readers see them', () => {
    const { kept, content } = afterwards(
      { [ferry]: anIndex({ lead: 'As it was.' }) },
      { [ferry]: anIndex({ keys: 'titel: x', lead: 'As it is.' }) },
    );

    expect(kept).toEqual(['ferry']);
    const article = content?.articles.find(({ teaser }) => teaser.slug === 'ferry');
    expect(article?.read().lead).toContain('As it was.');
    expect(content?.articles).toHaveLength(2);
  });

  test('is none if site.md is at fault', () => {
    const { content } = afterwards({}, { 'site.md': '---\nnam: x\n---\n' });

    expect(content).toBeUndefined();
  });

  test.each([
    ['an author', 'authors/ada-reed.md', ['ferry', 'storm']],
    ['a topic', 'topics/weather.md', ['ferry', 'storm']],
    ['an entry of the glossary, for its mentions', 'glossary/harbour-board.md', ['ferry']],
  ])('counts a fault of %s against the articles that use it', (_what, file, slugs) => {
    const { kept, missing, content } = afterwards(
      { [ferry]: mention, 'glossary/harbour-board.md': board },
      { [file]: '---\nnam: x\n---\n' },
    );

    expect({ kept, missing }).toEqual({ kept: slugs, missing: [] });
    // The entries that they refer to are in their last good state, too.
    const one = content?.articles.find(({ teaser }) => teaser.slug === 'ferry')?.read();
    expect([one?.authors[0]?.name, one?.topics[0].name, one?.mentions]).toEqual([
      'Ada Reed',
      'Weather',
      ['harbour-board'],
    ]);
    expect(content?.glossary.map(({ name }) => name)).toEqual(['Harbour Board']);
  });

  test('counts against nobody what nobody uses', () => {
    const { kept, missing, out } = afterwards(
      { 'glossary/harbour-board.md': board, 'authors/bo.md': '---\nname: Bo\n---\n' },
      { 'glossary/harbour-board.md': '---\nnam: x\n---\n', 'authors/bo.md': 'x', 'topics/a b.md': 'x' },
    );

    expect({ kept, missing, out }).toEqual({ kept: [], missing: [], out: [] });
  });

  test.each([
    ['an author', 'authors/ada-reed.md'],
    ['a topic', 'topics/weather.md'],
  ])('has %s that was deleted for as long as an article is kept that names it', (_what, file) => {
    const { kept, content } = afterwards({}, { [file]: undefined });

    expect(kept).toEqual(['storm']);
    expect([content?.authors.length, content?.topics.length]).toEqual([1, 1]);
  });

  test('has the place of a map as readers see it, which has no position any more', () => {
    const place = (position: string) => `---\nname: Pier\nkind: place\n${position}---\n`;
    const map = 'picture: { map: { places: [pier] }, alt: A map, credit: Example Press }';
    const { kept, missing, content } = afterwards(
      { [ferry]: anIndex({ keys: map }), 'glossary/pier.md': place('latitude: 50\nlongitude: 10\n') },
      { 'glossary/pier.md': place('') },
    );
    const picture = content?.articles.find(({ teaser }) => teaser.slug === 'ferry')?.read().picture;

    expect({ kept, missing }).toEqual({ kept: ['ferry'], missing: [] });
    expect(picture?.kind === 'map' && picture.places[0]?.position).toEqual({ latitude: 50, longitude: 10 });
  });

  test('lacks an article that has moved, and whose former folder is a link', () => {
    const { dir, read } = afterwards({ [ferry]: anIndex() }, {});
    mkdirSync(join(dir, 'articles/boat'));
    renameSync(join(dir, ferry), join(dir, 'articles/boat/index.md'));
    writeFileSync(join(dir, 'articles/boat/index.md'), anIndex({ keys: 'aliases: [ferry]' }));
    rmSync(join(dir, 'articles/ferry'), { recursive: true });
    symlinkSync(join(dir, 'articles/boat'), join(dir, 'articles/ferry'));
    const { kept, content } = read();

    expect(kept).toEqual([]);
    expect(content?.articles.map(({ teaser }) => teaser.slug).sort()).toEqual(['boat', 'storm']);
  });

  test.each([
    ['a draft', 'draft: true'],
    ['a draft, in other words', 'draft: yes'],
    ['under embargo', '', '2030-01-19T18:00:00+00:00'],
  ])('lacks an article that is at fault and %s', (_what, keys, published = '2026-01-19T18:00:00+00:00') => {
    const index = anIndex({ keys: `${keys}\ntitel: x` }).replace('2026-01-19T18:00:00+00:00', published);
    const { kept, missing, out, content } = afterwards({ [ferry]: anIndex() }, { [ferry]: index });

    expect({ kept, missing, out }).toEqual({ kept: [], missing: [], out: ['ferry'] });
    expect(content?.articles).toHaveLength(1);
  });

  test.each([
    ['takes the date of its end from the files at fault', '', 'expires: 2026-06-01T00:00:00+00:00'],
    ['keeps to the date of its end that readers were told', 'expires: 2027-06-01T00:00:00+00:00', ''],
  ])('%s', (_what, before, after) => {
    const index = (keys: string) => anIndex({ keys });
    const { content, read } = afterwards({ [ferry]: index(before) }, { [ferry]: index(`${after}\ntitel: x`) });
    const ends = content?.articles.find(({ teaser }) => teaser.slug === 'ferry')?.teaser.expires;

    expect(ends).toBe(Date.parse(`${before}${after}`.replace('expires: ', '')));
    expect(read().content?.articles).toHaveLength(2);
  });

  test('names an article that is published, at fault and was never seen', () => {
    const content = aContentFolder({ [ferry]: anIndex({ keys: 'titel: x' }), 'articles/gone.md': 'x' });
    const store = articleCache({ db: passingDatabase() }, content, 'code');
    const found = withoutFaults(readContent(content, store), store.lastGood, someday);

    expect(found.missing.map(({ name }) => name)).toEqual(['ferry']);
    expect(found.out.map(({ name }) => name)).toEqual(['gone.md']);
  });

  const ethics = 'pages/ethics.md';
  const page = (text: string) => `---\ntitle: Ethics\n---\n\n${text}\n`;

  test.each([
    ['HTML', page('<b>As it is.</b>')],
    ['a misspelt key', '---\ntitel: Ethics\n---\n'],
    ['a link that leads nowhere', page('See [more](/nowhere/).')],
  ])('has a page of the publication as readers see it that is at fault for %s', (_what, text) => {
    const { kept, missing, out, content } = afterwards({ [ethics]: page('As it was.') }, { [ethics]: text });

    expect({ kept, missing, out }).toEqual({ kept: ['pages/ethics'], missing: [], out: [] });
    expect(content?.pages.map(({ text }) => text)).toEqual([expect.stringContaining('As it was.')]);
  });

  test('names a page of the publication that is at fault and was never seen, and no file that is no page', () => {
    const content = aContentFolder({ [ethics]: page('<b>Loud</b>'), 'pages/Our team.md': page('We.') });
    const store = articleCache({ db: passingDatabase() }, content, 'code');
    const { kept, missing, out } = withoutFaults(readContent(content, store), store.lastGood, someday);

    expect([...kept, ...out]).toEqual([]);
    expect(missing.map(({ name, problems }) => [name, problems[0]?.code])).toEqual([['pages/ethics', 'raw-html']]);
  });

  test('lacks a page of the publication that was taken out', () => {
    const { kept, missing, out, content } = afterwards({ [ethics]: page('As it was.') }, { [ethics]: undefined });

    expect({ kept, missing, out }).toEqual({ kept: [], missing: [], out: [] });
    expect(content?.pages).toEqual([]);
  });

  test('has an article as readers see it whose folder became a link', () => {
    const { dir, read } = afterwards({ [ferry]: anIndex() }, {});
    rmSync(join(dir, 'articles/ferry'), { recursive: true });
    symlinkSync(join(dir, 'articles/storm'), join(dir, 'articles/ferry'));

    expect(read().kept.map(({ name }) => name)).toEqual(['ferry']);
  });

  test('leaves a former slug to the article that has it now', () => {
    const { kept, content } = afterwards(
      { [ferry]: anIndex({ keys: 'aliases: [boat, ship]' }) },
      {
        [ferry]: anIndex({ keys: 'aliases: [boat, ship]\ntitel: x' }),
        'articles/storm/index.md': anIndex({ keys: 'aliases: [boat]' }),
      },
    );
    const aliases = new Map(content?.articles.map(({ teaser }) => [teaser.slug, teaser.aliases]));

    // Which of the two is to blame for the alias depends on their order.
    expect(kept).toContain('ferry');
    expect([...aliases.values()].flat().sort()).toEqual(['boat', 'ship']);
  });
});

describe('A language whose own files are at fault', () => {
  const first = {
    ...twoLanguages,
    'site.ar.md':
      '---\nname: الميناء\ntagline: أخبار الساحل\nlang: ar-IQ\ndigits: latn\nfooter: [about]\n---\n\nمن نحن.\n',
    'front.ar.md': '---\norder: [storm]\n---\n\nصباح الخير.\n',
  };
  const site = { name: 'الميناء', lang: 'ar-IQ', digits: 'latn', footer: ['about'], contact: 'new@harbour.example' };
  const front = { note: expect.stringContaining('صباح الخير'), picks: ['storm'] };

  test.each([
    ['a misspelt key', 'site.ar.md', '---\nnam: x\n---\n'],
    ['a link that leads nowhere', 'site.ar.md', '---\nname: x\ntagline: x\n---\n\n[x](/nowhere/)\n'],
    ['another language', 'site.ar.md', '---\nname: x\ntagline: x\nlang: fr\n---\n'],
    ['an unknown page in its menu', 'site.ar.md', '---\nname: x\ntagline: x\nfooter: [x]\n---\n'],
    ['a deletion', 'site.ar.md', undefined],
    ['a misspelt key', 'front.ar.md', '---\nodrer: [storm]\n---\n'],
    ['an unknown article', 'front.ar.md', '---\norder: [nowhere]\n---\n'],
    ['front matter that cannot be read', 'front.ar.md', '---\norder: [\n---\n'],
  ])('keeps what they said, and gets new texts: %s in %s', (_what, file, text) => {
    const { kept, missing, content, inOthers } = afterwards(first, {
      'site.md': twoLanguages['site.md'].replace('desk@', 'new@'),
      [file]: text,
      'articles/storm/index.ar.md': anIndexInArabic({ lead: 'الجديد.' }),
    });
    const arabic = inOthers.get('ar');

    expect({ kept, missing }).toEqual({ kept: [], missing: [] });
    expect(names(arabic?.kept ?? [])).toEqual([file]);
    expect(content?.others).toEqual([arabic?.content]);
    expect(arabic?.content).toMatchObject({ site, front });
    expect(arabic?.content?.site.about).toContain('من نحن');
    expect(arabic?.content?.articles.map((article) => article.read().lead)).toEqual([
      expect.stringContaining('الجديد'),
    ]);
  });

  test('has nothing to keep if readers never saw it, and its original goes on', () => {
    const dir = aContentFolder({ ...first, 'site.ar.md': '---\nnam: x\n---\n' });
    const { content, others } = withoutFaults(readContent(dir, memoryStore()), undefined, someday);

    expect(content?.articles).toHaveLength(1);
    expect(content?.others).toEqual([]);
    expect(names(others.get('ar')?.missing ?? [])).toEqual(['site.ar.md']);
  });
});

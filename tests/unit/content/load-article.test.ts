import { describe, expect, test } from 'vitest';
import type { Body, Teaser } from '@/lib/model/model.ts';
import { anIndex, contentWith } from '../../support/content-folder.ts';

const index = 'articles/storm/index.md';
const pier = 'articles/storm/1-pier.md';

describe('The smallest article', () => {
  test('is whole, with nothing in it that its files do not say', () => {
    expect(articleOf({})).toEqual({
      slug: 'storm',
      title: 'The storm passes',
      standfirst: 'The pier stands, and the ferries sail again.',
      kind: 'report',
      labels: { sponsor: undefined, satire: false, warning: undefined },
      partners: [],
      firstPublished: undefined,
      searchTitle: undefined,
      card: undefined,
      authors: [{ id: 'ada-reed', name: 'Ada Reed', former: false }],
      topics: [{ id: 'weather', name: 'Weather' }],
      series: undefined,
      related: [],
      featured: false,
      pinnedUntil: undefined,
      published: Date.UTC(2026, 0, 19, 18),
      draft: false,
      expires: undefined,
      dateline: undefined,
      picture: undefined,
      keyPoints: [],
      unverified: [],
      lead: '<p>The wind fell at dawn.</p>',
      leadMarkdown: 'The wind fell at dawn.',
      sections: [
        { id: 'pier', title: 'The pier', aliases: [], html: '<p>Every plank held.</p>', markdown: 'Every plank held.' },
      ],
      timeline: [],
      notes: [],
      externalLinks: [],
      words: 8,
      record: [],
      aliases: [],
      versions: 0,
      corrections: [],
      updated: undefined,
      mentions: [],
    });
  });
});

describe('An article', () => {
  test('has all that its front matter can say', () => {
    const keys = `
kind: explainer
draft: true
expires: 2026-02-01T00:00:00+00:00
dateline: The harbour
aliases: [gale]
keyPoints:
  - The pier stands.
  - {text: The ferries sail., section: pier}
unverified: [Whether the quay holds.]
timeline:
  - {when: 2026-01, text: The wind rose.}
  - {when: 2026-01-19T06:00Z, text: The wind fell., section: pier}`;

    expect(articleOf({ [index]: anIndex({ keys }) })).toMatchObject({
      kind: 'explainer',
      draft: true,
      expires: Date.UTC(2026, 1, 1),
      dateline: 'The harbour',
      aliases: ['gale'],
      keyPoints: [
        { text: 'The pier stands.', section: undefined },
        { text: 'The ferries sail.', section: 'pier' },
      ],
      unverified: ['Whether the quay holds.'],
      timeline: [
        { when: { precision: 'month', value: '2026-01' }, text: 'The wind rose.', section: undefined },
        { when: { precision: 'instant', value: '2026-01-19T06:00Z' }, text: 'The wind fell.', section: 'pier' },
      ],
    });
  });

  test('has its sections in the order of their numbers, not of their names', () => {
    const section = '---\ntitle: A section\n---\n';
    const { sections } = articleOf({
      'articles/storm/10-last.md': section,
      'articles/storm/2-second.md': section,
      'articles/storm/009-ninth.md': section,
    });

    expect(sections.map(({ id }) => id)).toEqual(['pier', 'second', 'ninth', 'last']);
  });

  test('may have pictures beside its text', () => {
    const beside = {
      'articles/storm/pier.JPG': 'x',
      'articles/storm/map.svg': 'x',
    };

    expect(articleOf(beside)).toEqual(articleOf({}));
  });

  test('may refer to a section by a former id', () => {
    const { keyPoints } = articleOf({
      [index]: anIndex({
        keys: 'keyPoints: [The pier stands., {text: It was old., section: jetty}]',
        lead: 'See [the pier](#jetty).',
      }),
      [pier]: '---\ntitle: The pier\naliases: [jetty]\n---\n',
    });

    expect(keyPoints[1]).toEqual({ text: 'It was old.', section: 'jetty' });
  });

  test('trims its texts, and folds those that span lines', () => {
    const { title, dateline } = articleOf({
      [index]: anIndex({ keys: 'dateline: >-\n  The\n  harbour' }).replace('The storm passes', '"  The storm passes "'),
    });

    expect([title, dateline]).toEqual(['The storm passes', 'The harbour']);
  });

  test('counts the words of its text alone: no headings of sections, notes or standfirst', () => {
    const { words } = articleOf({
      [index]: anIndex({ lead: 'One *two*\nthree.[^1]\n\n- four\n- five\n\n[^1]: Six seven.' }),
    });

    expect(words).toBe(5 + 3);
  });

  test('lists the addresses of other sites that its text links to, in its order', () => {
    const lead =
      '[One](https://one.example/), [two](/about/), [three][3], <desk@harbour.example>.\n\n[3]: http://three.example/';
    const { externalLinks } = articleOf({
      [index]: anIndex({ lead }),
      [pier]: '---\ntitle: The pier\n---\n\n[Four](https://four.example/) and [home](https://harbour.example/).\n',
    });

    expect(externalLinks).toEqual(['https://one.example/', 'http://three.example/', 'https://four.example/']);
  });
});

describe('The picture of an article', () => {
  const place = '---\nname: North Pier\nkind: place\nlatitude: 0\nlongitude: -1.25\n---\n';
  const alt = 'alt: The pier at dawn\n  credit: Ada Reed';

  test('may be a map of places, the equator among them', () => {
    const keys = `picture:\n  map: {places: [north-pier], emphasise: [Iraq, Syria]}\n  ${alt}`;
    const { picture } = articleOf({ [index]: anIndex({ keys }), 'glossary/north-pier.md': place });

    expect(picture).toMatchObject({
      kind: 'map',
      places: [{ id: 'north-pier', name: 'North Pier', position: { latitude: 0, longitude: -1.25 } }],
      emphasise: ['Iraq', 'Syria'],
      alt: 'The pier at dawn',
      credit: 'Ada Reed',
      caption: undefined,
    });
  });
});

describe('The notes of an article', () => {
  const sources = `sources:
  - {id: log, name: The log, kind: document, url: "https://log.example/", date: 2026-01-19}
  - {id: mayor, name: The mayor, kind: statement}
  - {id: pilot, name: The pilot, kind: interview}`;

  test('begin with what the text cites, in its order; sources that it does not cite stand last', () => {
    const { notes } = articleOf({
      [index]: anIndex({ keys: sources, lead: 'It passed.[^pilot] So it says.[^1]\n\n[^1]: A *note*.[^log]' }),
      [pier]: '---\ntitle: The pier\n---\n\nIt held.[^pilot] [^1]\n\n[^1]: Another.\n',
    });

    expect(
      notes.map((note) => [note.number, note.mentions, note.kind === 'text' ? note.html : note.source.id]),
    ).toEqual([
      [1, 2, 'pilot'],
      [2, 1, expect.stringContaining('A <em>note</em>.')],
      [3, 1, '<p>Another.</p>'],
      [4, 1, 'log'],
      [5, 0, 'mayor'],
    ]);
  });

  test('carry all that is known of a source', () => {
    const { notes } = articleOf({ [index]: anIndex({ keys: sources, lead: 'It passed.[^log]' }) });

    expect(notes[0]).toEqual({
      number: 1,
      mentions: 1,
      kind: 'source',
      source: {
        id: 'log',
        name: 'The log',
        kind: 'document',
        url: 'https://log.example/',
        date: { precision: 'day', value: '2026-01-19' },
      },
    });
  });

  test('show each mention in the text as a link to the note', () => {
    const { lead, sections } = articleOf({
      [index]: anIndex({ keys: sources, lead: 'It passed.[^log]' }),
      [pier]: '---\ntitle: The pier\n---\n\nIt held.[^log]\n',
    });

    expect(lead).toContain('<a href="#note-1" id="cite-1-1" aria-label="Note 1">1</a>');
    expect(sections[0]?.html).toContain('<a href="#note-1" id="cite-1-2" aria-label="Note 1">1</a>');
  });
});

describe('The text of an article for others', () => {
  test('has absolute addresses, the numbers of its notes, and nothing that is said to editors alone', () => {
    const { leadMarkdown, sections, notes } = articleOf({
      [index]: anIndex({
        keys: 'sources: [{id: log, name: The log, kind: document}]',
        lead: 'See [it](1-pier.md) and [us](/about/).[^log] [^1] <!-- Check. -->\n\n[^1]: At 12:00.[^log]',
      }),
      [pier]: '---\ntitle: The pier\n---\n\nIt :plain[held].[^log]\n',
    });

    expect(leadMarkdown).toBe(
      'See [it](https://harbour.example/articles/storm/#pier) and [us](https://harbour.example/about/).[^1] [^2]',
    );
    expect(sections[0]?.markdown).toBe('It held.[^1]');
    expect(notes[1]).toMatchObject({ kind: 'text', markdown: 'At 12:00.[^1]' });
  });
});

/** The storm, with these files in its content folder. */
function articleOf(files: Record<string, string>): Teaser & Body {
  const [article] = contentWith(files).articles;
  if (!article) throw new Error('There is no article.');
  return article;
}

describe('What an article mentions', () => {
  const glossary = {
    'glossary/pier.md': '---\nname: North Pier\nkind: place\naliases: [pier]\n---\n\nIt is old.\n',
    'glossary/harbour.md': '---\nname: The harbour\nkind: place\n---\n\nIt is deep.\n',
  };
  const mark = (words: string) => `<a href="#who-pier" class="who">${words}</a>`;

  test('is marked at its first mention, in whichever text of the article that is', () => {
    const { lead, sections, mentions } = articleOf({
      ...glossary,
      [index]: anIndex({ lead: 'North Pier held; the pier stands.' }),
      [pier]: '---\ntitle: The pier\n---\n\nThe pier is old.\n',
    });

    expect(lead).toBe(`<p>${mark('North Pier')} held; the pier stands.</p>`);
    expect(sections[0]?.html).toBe('<p>The pier is old.</p>');
    expect(mentions).toEqual(['pier']);
  });

  test('is not marked where the editor says :plain[…], but at the next mention', () => {
    const { lead } = articleOf({ ...glossary, [index]: anIndex({ lead: 'A :plain[pier] is a pier.' }) });

    expect(lead).toBe(`<p>A pier is a ${mark('pier')}.</p>`);
  });

  test('may be what it links to in the glossary', () => {
    const { lead, mentions } = articleOf({
      ...glossary,
      [index]: anIndex({ lead: 'The [basin](../../glossary/harbour.md) is full.' }),
    });

    expect(lead).toBe('<p>The <a href="/glossary/#harbour">basin</a> is full.</p>');
    expect(mentions).toEqual(['harbour']);
  });
});

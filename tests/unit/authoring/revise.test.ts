import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { redact } from '@/lib/authoring/redact.ts';
import { prepareVersion } from '@/lib/authoring/revise.ts';
import { loadWholeContent } from '@/lib/content/load-content.ts';
import { unrecordedChanges } from '@/lib/content/unrecorded.ts';
import { aPng } from '../../support/a-png.ts';
import { aContentFolder, anIndex, problemLines } from '../../support/content-folder.ts';
import { change, record } from '../../support/recorded-storm.ts';

const index = 'articles/storm/index.md';
const pier = 'articles/storm/1-pier.md';
const start = Date.UTC(2026, 0, 20, 12);
const hour = 3_600_000;

/** A content folder with a recorded first version of the storm. */
function recorded(files: Record<string, string | Uint8Array> = {}): string {
  const content = aContentFolder(files);
  record(content, { kind: 'publish', note: 'First published.' }, start);
  return content;
}

function recordOf(content: string) {
  const [article] = loadWholeContent(content).articles;
  return article?.read().record ?? [];
}

/** What a build reports if the storm's text differs from the recorded one. */
function unrecordedIn(content: string): string[] {
  return unrecordedChanges(loadWholeContent(content).articles, start + 10 * hour).map(({ message }) => message);
}

describe('What is not verified', () => {
  const keys = 'unverified: [Whether the quay holds., Who was there.]';

  test('is a part of the text, after the key points', () => {
    const content = recorded({ [index]: anIndex({ keys }) });
    expect(readFileSync(join(content, 'articles/storm/versions/1.md'), 'utf8')).toContain(
      '<!-- unverified -->\n\n- Whether the quay holds.\n- Who was there.\n\n<!-- lead -->',
    );
    expect(problemLines(content)).toEqual([]);
  });

  test('is no difference to a version before it that had none, and is one as soon as it is there', () => {
    const content = recorded({ [index]: anIndex({ keys: 'dateline: Geneva' }) });
    expect(unrecordedIn(content)).toEqual([]);
    change(content, index, 'dateline: Geneva', `dateline: Geneva\n${keys}`);
    expect(unrecordedIn(content)).toEqual([expect.stringContaining('version 1 differs in unverified.')]);
    record(content, { kind: 'update', note: 'We do not know all.' }, start + hour);
    expect(unrecordedIn(content)).toEqual([]);
    change(content, index, 'Who was there.', 'Who was where.');
    expect(unrecordedIn(content)).toEqual([expect.stringContaining('version 2 differs in unverified.')]);
    change(content, index, ', Who was where.', '');
    record(
      content,
      { kind: 'correction', note: 'We know one thing more.', passages: [{ was: 'Who was there.', is: 'Whether' }] },
      start + 2 * hour,
    );
    expect(recordOf(content)).toHaveLength(3);
  });
});

describe('The first version', () => {
  test('holds every word that readers see, in the order of the page', () => {
    const keys = `
keyPoints: [The pier stands., The ferries sail.]
timeline: [{when: 2026-01-19, text: The wind fell., section: pier}]
sources: [{id: log, name: Harbour log, kind: document, url: "https://log.example/"}]
dateline: The harbour`;
    const content = recorded({ [index]: anIndex({ keys, lead: 'It passed\nat dawn.[^log]' }) });

    const text = readFileSync(join(content, 'articles/storm/versions/1.md'), 'utf8');
    expect(text).toBe(`---
version: 1
recorded: 2026-01-20T12:00:00+00:00
kind: publish
note: First published.
sections:
  - pier
---

<!-- headline -->

# The storm passes

<!-- standfirst -->

The pier stands, and the ferries sail again.

<!-- byline -->

- [Ada Reed](ada-reed)

<!-- published -->

2026-01-19T18:00:00+00:00

<!-- kind -->

report

<!-- dateline -->

The harbour

<!-- key points -->

- The pier stands.
- The ferries sail.

<!-- lead -->

It passed at dawn.[^log]

<!-- order -->

- [The pier](pier)

<!-- section pier -->

## The pier

Every plank held.

<!-- timeline -->

- 2026-01-19: The wind fell.

<!-- sources -->

- Harbour log (document) <https://log.example/>
`);
  });

  test.each([['another kind', { kind: 'update' as const, note: 'x' }, 'No version of storm is recorded yet.']])(
    'is refused as %s',
    (_what, revision, message) => {
      expect(() => record(aContentFolder(), revision, start)).toThrow(message);
    },
  );

  test('is recorded although the content has warnings', () => {
    const long = `It passed ${'and passed '.repeat(60)}.`;
    const content = aContentFolder({
      [index]: anIndex({ keys: 'sources: [{id: log, name: Log, kind: document}]', lead: `${long}[^log]` }),
    });
    expect(problemLines(content).join('\n')).toContain('source-no-url');
    record(content, { kind: 'publish', note: 'x' }, start);
    expect(recordOf(content)).toHaveLength(1);
  });

  test('is refused for a draft, and for content with problems', () => {
    const draft = aContentFolder({ [index]: anIndex({ keys: 'draft: true' }) });
    expect(() => record(draft, { kind: 'publish', note: 'x' }, start)).toThrow('is a draft');
    const faulty = aContentFolder({ [index]: anIndex({ keys: 'nonsense: true' }) });
    expect(() => record(faulty, { kind: 'publish', note: 'x' }, start)).toThrow('key-unknown');
    for (const content of [draft, faulty]) expect(existsSync(join(content, 'articles/storm/versions'))).toBe(false);
  });
});

describe('A later version', () => {
  test('is refused where readers could tell no difference', () => {
    const content = recorded();
    change(content, pier, 'Every plank held.', 'Every\nplank <!-- really? --> held.');

    expect(() => record(content, { kind: 'minor', note: 'x' }, start + hour)).toThrow(
      'Nothing has changed since version 1',
    );
    expect(readdirSync(join(content, 'articles/storm/versions'))).toEqual(['1.md']);
  });

  test('is refused as a second publication, and before the one before it', () => {
    const content = recorded();
    change(content, pier, 'Every', 'Each');

    expect(() => record(content, { kind: 'publish', note: 'x' }, start + hour)).toThrow('is already published');
    expect(() => record(content, { kind: 'minor', note: 'x' }, start)).toThrow('Set the clock');
  });

  test('tells what changed, part by part', () => {
    const content = recorded();
    change(content, pier, 'Every plank', 'Each plank');

    const { changes, number } = prepareVersion(content, { slug: 'storm', kind: 'update', note: 'x' }, start + hour);
    expect(number).toBe(2);
    expect(changes.map(({ name, added, removed }) => [name, added, removed])).toEqual([['section pier', 1, 1]]);
  });

  test('is not overwritten by one that was prepared at the same time', () => {
    const content = recorded();
    change(content, pier, 'Every', 'Each');
    const prepare = () => prepareVersion(content, { slug: 'storm', kind: 'minor', note: 'x' }, start + hour);
    const [one, other] = [prepare(), prepare()];
    one.write();

    expect(() => other.write()).toThrow('already exists');
    expect(readdirSync(join(content, 'articles/storm/versions')).sort()).toEqual(['1.md', '2.md']);
  });

  test('takes away what a run that was killed has left, which nobody reads', () => {
    const content = recorded();
    writeFileSync(join(content, 'articles/storm/versions/.2.md.4711'), 'half a ver');
    expect(recordOf(content)).toHaveLength(1);
    change(content, pier, 'Every', 'Each');
    record(content, { kind: 'minor', note: 'x' }, start + hour);

    expect(readdirSync(join(content, 'articles/storm/versions')).sort()).toEqual(['1.md', '2.md']);
  });
});

describe('A correction', () => {
  test('finds the passage by itself where one has changed', () => {
    const content = recorded({ [pier]: '---\ntitle: The pier\n---\n\nIt is old. Every plank held. We saw it.\n' });
    change(content, pier, 'Every plank held', 'Most planks held');
    record(content, { kind: 'correction', note: 'We had not counted.' }, start + hour);

    expect(recordOf(content)[1]?.passages).toEqual([
      { section: 'pier', was: 'Every plank held.', is: 'Most planks held.' },
    ]);
  });

  test('asks which passage it is where several have changed', () => {
    const content = recorded();
    change(content, pier, 'Every', 'Each');
    change(content, index, 'fell at dawn', 'fell at noon');

    expect(() => record(content, { kind: 'correction', note: 'x' }, start + hour)).toThrow('--was');
    const passage = { was: 'The wind fell at dawn.', is: 'The wind fell at noon.' };
    const passages = [passage];
    expect(() =>
      record(content, { kind: 'correction', note: 'x', passages: [{ ...passage, was: 'At dawn' }] }, start + hour),
    ).toThrow('The previous version does not say "At dawn"');
    expect(() => record(content, { kind: 'correction', note: 'x', passages, section: 'peir' }, start + hour)).toThrow(
      'There is no section "peir"',
    );
    record(content, { kind: 'correction', note: 'x', passages }, start + hour);
    expect(recordOf(content)[1]?.passages).toEqual([{ section: undefined, ...passage }]);
  });
});

describe('A correction of several passages', () => {
  const passages = [
    { was: 'Every plank held.', is: 'Most planks held.' },
    { was: 'The wind fell at dawn.', is: 'The wind fell at noon.' },
  ];
  const corrected = () => {
    const content = recorded();
    change(content, pier, 'Every plank', 'Most planks');
    change(content, index, 'fell at dawn', 'fell at noon');
    record(content, { kind: 'correction', note: 'We had not counted.', passages }, start + hour);
    return content;
  };

  test('records each with its section, under one note', () => {
    const content = corrected();
    expect(recordOf(content)[1]).toMatchObject({
      note: 'We had not counted.',
      passages: [
        { section: 'pier', ...passages[0] },
        { section: undefined, ...passages[1] },
      ],
    });
    expect(problemLines(content)).toEqual([]);
  });

  test('has to find each of them', () => {
    const content = recorded();
    change(content, pier, 'Every plank', 'Most planks');
    const wrong = [...passages.slice(0, 1), { was: 'The wind rose.', is: 'Most planks' }];
    expect(() => record(content, { kind: 'correction', note: 'x', passages: wrong }, start + hour)).toThrow(
      'The previous version does not say "The wind rose."',
    );
  });

  test('is faulty where one of them is in neither version', () => {
    const content = corrected();
    change(content, 'articles/storm/versions/2.md', 'was: The wind fell at dawn.', 'was: The wind rose.');
    expect(problemLines(content)).toEqual([
      'content/articles/storm/versions/2.md:13:10  error  correction-passage  This passage is not in version 1. Quote it as readers saw it.',
    ]);
  });

  test('loses what has to go from each of them', () => {
    const content = corrected();
    redact(content, { slug: 'storm', passage: 'at dawn', reason: 'x', notice: '[Removed: x]' }, start + 2 * hour);
    expect(recordOf(content)[1]?.passages[1]?.was).toBe('The wind fell [Removed: x].');
    expect(problemLines(content)).toEqual([]);
  });
});

describe('What readers are shown beside the words', () => {
  const map = 'picture: {map: {places: [north-pier, south-pier], emphasise: [Iraq, Syria]}, alt: A map, credit: Us}';
  const place = (name: string, latitude: number) =>
    `---\nname: ${name}\nkind: place\nlatitude: ${latitude}\nlongitude: 44\n---\n`;
  const files = () => ({
    [index]: anIndex({ keys: map, lead: 'It fell.\n\n![The pier](pier.png "The pier at dawn | Ada")\n' }),
    'articles/storm/2-quay.md': '---\ntitle: The quay\n---\n\nIt is old.\n',
    'articles/storm/pier.png': aPng(),
    'glossary/north-pier.md': place('North Pier', 33),
    'glossary/south-pier.md': place('South Pier', 34),
    'authors/ben-ray.md': '---\nname: Ben Ray\n---\n',
  });

  /** What one may change, the part in which it is found, and what it said and says. */
  const changes = [
    ['byline', index, '[ada-reed]', '[ben-ray]', 'Ada Reed', 'Ben Ray'],
    ['published', index, '2026-01-19T18', '2026-01-19T17', '2026-01-19T18:00:00+00:00', '2026-01-19T17:00:00+00:00'],
    ['kind', index, 'topics:', 'kind: analysis\ntopics:', 'report', 'analysis'],
    ['map', index, 'south-pier]', 'south-pier, pier-three]', undefined, undefined],
    ['map', index, '[Iraq, Syria]', '[Iraq, Jordan]', 'Iraq, Syria', 'Iraq, Jordan'],
    ['lead', index, 'at dawn', 'at dusk', 'The pier at dawn', 'The pier at dusk'],
    ['lead', index, '![The pier]', '![The quay]', 'The pier', 'The quay'],
    ['lead', index, '| Ada"', '| Ben"', 'Ada', 'Ben'],
  ] as const;

  test.each(changes)('is compared with the last version, and can be corrected: %s', (part, path, from, to, was, is) => {
    const content = recorded({ ...files(), 'glossary/pier-three.md': place('Pier Three', 35) });
    expect(unrecordedIn(content)).toEqual([]);
    change(content, path, from, to);
    expect(unrecordedIn(content)).toEqual([expect.stringContaining(`version 1 differs in ${part}.`)]);
    record(
      content,
      was === undefined ? { kind: 'update', note: 'x' } : { kind: 'correction', note: 'x' },
      start + hour,
    );
    expect(recordOf(content)[1]?.passages).toEqual(was === undefined ? [] : [{ section: undefined, was, is }]);
    expect(unrecordedIn(content)).toEqual([]);
    expect(problemLines(content)).toEqual([]);
  });

  test('is another picture with the same name', () => {
    const content = recorded(files());
    writeFileSync(join(content, 'articles/storm/pier.png'), aPng({ width: 9 }));
    expect(unrecordedIn(content)).toEqual([expect.stringContaining('version 1 differs in pictures.')]);
    const text = readFileSync(join(content, 'articles/storm/versions/1.md'), 'utf8');
    expect(text).toMatch(/<!-- pictures -->\n\n- pier\.png: sha256 [0-9a-f]{64}\n/);
  });

  test('is the order of sections, and no new title, no new section and no new name of an author', () => {
    const content = recorded(files());
    change(content, 'authors/ada-reed.md', 'name: Ada Reed', 'name: Ada Reed-Ray');
    change(content, pier, 'title: The pier', 'title: The old pier');
    writeFileSync(join(content, 'articles/storm/3-sand.md'), '---\ntitle: Sand\n---\n\nIt is fine.\n');
    expect(unrecordedIn(content)).toEqual([expect.stringContaining('differs in section pier, section sand.')]);
    const { changes: found } = prepareVersion(content, { slug: 'storm', kind: 'update', note: 'x' }, start + hour);
    expect(found.map(({ name }) => name)).toEqual(['section pier', 'section sand']);
    renameSync(join(content, 'articles/storm/2-quay.md'), join(content, 'articles/storm/0-quay.md'));
    expect(unrecordedIn(content)[0]).toContain('differs in order, section pier, section sand.');
  });

  test('is compared from the first version on that records it', () => {
    const content = recorded(files());
    const first = join(content, 'articles/storm/versions/1.md');
    const old = withoutFacts(readFileSync(first, 'utf8'));
    writeFileSync(first, old);
    for (const [, path, from, to] of changes.slice(0, 3)) change(content, path, from, to);
    writeFileSync(join(content, 'articles/storm/pier.png'), aPng({ width: 9 }));
    expect(unrecordedIn(content)).toEqual([]);
    change(content, pier, 'Every', 'Each');
    const { changes: found, write } = prepareVersion(
      content,
      { slug: 'storm', kind: 'update', note: 'x' },
      start + hour,
    );
    expect(found.map(({ name }) => name)).toEqual(['section pier']);
    write();
    expect(readFileSync(first, 'utf8')).toBe(old);
    change(content, index, '[ben-ray]', '[ada-reed]');
    expect(unrecordedIn(content)).toEqual([expect.stringContaining('version 2 differs in byline.')]);
  });

  test('goes with its id, where a name has to go', () => {
    const content = recorded(files());
    change(content, index, '[ada-reed]', '[ben-ray]');
    change(content, index, '| Ada"', '| Ben"');
    record(content, { kind: 'correction', note: 'x', passages: [{ was: 'Ada Reed', is: 'Ben Ray' }] }, start + hour);
    redact(
      content,
      { slug: 'storm', passage: 'Ada Reed', reason: 'safety', notice: '[Removed: safety]' },
      start + 2 * hour,
    );
    expect(readFileSync(join(content, 'articles/storm/versions/1.md'), 'utf8')).not.toMatch(/ada-reed|Ada Reed/);
    expect(problemLines(content)).toEqual([]);
  });
});

/** A version's file from before these parts were recorded. */
function withoutFacts(text: string): string {
  return text.replace(/<!-- (?:byline|published|kind|map|pictures|order) -->\n\n(?:(?!<!--).*\n)+?(?=<!--)/g, '');
}

describe('A published text that is not recorded', () => {
  test('is a problem at the file that changed, until it is recorded', () => {
    const content = recorded();
    change(content, pier, 'Every', 'Each');
    const now = Date.UTC(2026, 1, 1);
    const problems = () => unrecordedChanges(loadWholeContent(content).articles, now);

    expect(problems()).toMatchObject([{ file: join(content, pier), line: 5, column: 1, code: 'unrecorded' }]);
    expect(problems()[0]?.message).toContain('version 1 differs in section pier');
    expect(problems()[0]?.message).toContain(`npm run revise -- storm --kind update --note "…" --content ${content}`);
    record(content, { kind: 'update', note: 'x' }, start + hour);
    expect(problems()).toEqual([]);
  });

  test('is none while the article is a draft or embargoed', () => {
    const content = recorded();
    change(content, pier, 'Every', 'Each');
    expect(unrecordedChanges(loadWholeContent(content).articles, Date.UTC(2026, 0, 1))).toEqual([]);
    change(content, index, 'topics:', 'draft: true\ntopics:');
    expect(unrecordedChanges(loadWholeContent(content).articles, Date.UTC(2026, 1, 1))).toEqual([]);
  });
});

describe('The record', () => {
  test.each([
    ['a version that is missing', '3.md', '1.md', 'version-missing'],
    ['a file that is no version', 'notes.txt', '1.md', 'file-name'],
  ])('is faulty with %s', (_what, name, from, code) => {
    const content = recorded();
    const dir = join(content, 'articles/storm/versions');
    writeFileSync(join(dir, name), readFileSync(join(dir, from)));
    expect(problemLines(content).join('\n')).toContain(code);
  });

  test.each([
    ['the number', 'version: 1', 'version: 2', 'version-number'],
    ['the kind', 'kind: publish', 'kind: minor', 'version-kind'],
    ['the list of sections', '- pier', '- peer', 'version-body'],
    ['a marker', '<!-- lead -->', '<!-- led -->', 'version-body'],
  ])('is faulty where somebody has changed %s', (_what, from, to, code) => {
    const content = recorded();
    change(content, 'articles/storm/versions/1.md', from, to);
    expect(problemLines(content).join('\n')).toContain(code);
  });

  test('is faulty where a corrected passage is in neither version', () => {
    const content = recorded();
    change(content, pier, 'Every plank', 'Most planks');
    record(content, { kind: 'correction', note: 'x' }, start + hour);
    change(content, 'articles/storm/versions/2.md', 'was: Every plank held.', 'was: No plank held.');
    expect(problemLines(content)).toEqual([
      'content/articles/storm/versions/2.md:11:8  error  correction-passage  This passage is not in version 1. Quote it as readers saw it.',
    ]);
  });

  test('keeps the ids of sections that were published', () => {
    const content = recorded();
    renameSync(join(content, pier), join(content, 'articles/storm/1-quay.md'));
    expect(problemLines(content).join('\n')).toContain('section-gone');
    change(content, 'articles/storm/1-quay.md', 'title: The pier', 'title: The pier\naliases: [pier]');
    expect(problemLines(content)).toEqual([]);
  });
});

describe('A passage that has to go', () => {
  const notice = '[Removed on 21 January 2026: a court order]';
  const order = { slug: 'storm', passage: 'every plank\nheld', reason: 'a court order', notice };

  test('goes out of all versions, and leaves a notice', () => {
    const content = recorded({ [pier]: '---\ntitle: The pier\n---\n\nWe say every plank held here.\n' });
    change(content, pier, 'here.', 'there.');
    record(content, { kind: 'minor', note: 'x' }, start + hour);
    change(content, pier, 'every plank held', 'it held');

    expect(redact(content, order, start + 2 * hour)).toEqual([1, 2]);
    const record1 = recordOf(content);
    expect(JSON.stringify(record1)).not.toContain('every plank');
    expect(record1[0]?.redactions).toMatchObject([{ instant: start + 2 * hour, reason: 'a court order' }]);
    expect(record1[0]?.parts.at(-1)?.markdown).toContain('\\[Removed on 21 January 2026: a court order\\] here.');
  });

  test('takes its paragraph with it where it has emphasis in it', () => {
    const content = recorded({ [pier]: '---\ntitle: The pier\n---\n\nWe say every *plank* held here.\n\nMore.\n' });
    change(content, pier, 'every *plank* held', 'it held');

    redact(content, order, start + hour);
    const [version] = recordOf(content);
    expect(version?.parts.at(-1)?.markdown).toContain('\\[Removed on 21 January 2026: a court order\\]\n\nMore.');
  });

  test('has to go out of the files first, and has to be there', () => {
    const content = recorded({ [pier]: '---\ntitle: The pier\n---\n\nWe say every plank held here.\n' });
    expect(() => redact(content, order, start + hour)).toThrow('is still in the files');
    expect(() => redact(content, { ...order, passage: 'no such words' }, start + hour)).toThrow(
      'No version of storm has',
    );
  });
});

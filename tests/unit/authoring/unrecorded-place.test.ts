import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { prepareVersion } from '@/lib/authoring/revise.ts';
import { aContentFolder, anIndex, problemLines } from '../../support/content-folder.ts';

const index = 'articles/storm/index.md';
const pier = 'articles/storm/1-pier.md';
const section = `---
title: The pier
---

It is old, and built of
oak. Every plank held, as
far as we saw.

> “It stands”
>
> — Ada Reed

- One stair.
- Two stairs.

| Plank | Held |
| ----- | ---- |
| first | yes  |

The quay is new.
`;
const keys = `keyPoints:
  - The pier stands.
  - The ferries sail.
timeline:
  - { when: 2026-01-18, text: It rained. }
  - { when: 2026-01-19, text: The wind fell. }
sources:
  - { id: log, name: Harbour log, kind: document }
dateline: The harbour`;

/** What is reported about a recorded article with one change. */
function foundAfter(path: string, from: string, to: string): string[] {
  const content = aContentFolder({ [index]: anIndex({ keys, lead: 'It fell at dawn.[^log]' }), [pier]: section });
  prepareVersion(content, { slug: 'storm', kind: 'publish', note: 'x' }, Date.UTC(2026, 0, 20)).write();
  const file = join(content, path);
  const text = readFileSync(file, 'utf8');
  if (!text.includes(from)) throw new Error(`no ${from}`);
  writeFileSync(file, text.replace(from, to));
  return problemLines(content).filter((line) => line.includes('  unrecorded  '));
}

describe('A text that is not recorded is reported at', () => {
  test.each([
    ['the word that is another', pier, 'plank held', 'plate held', '6:12', 'section pier. "plank" became "plate".'],
    ['words that are new', pier, 'far as', 'far away as', '7:5', 'section pier. "away" is new.'],
    [
      'the line from which words are gone',
      pier,
      ', as\nfar as we saw',
      '',
      '6:18',
      'section pier. ", as far as we saw" is gone.',
    ],
    ['a title', pier, 'title: The pier', 'title: The old pier', '2:8', 'section pier. "old" is new.'],
    ['a quotation', pier, 'It stands', 'It stood', '9:7', 'section pier. "stands" became "stood".'],
    ['an item of a list', pier, 'Two stairs', 'Six stairs', '14:3', 'section pier. "Two" became "Six".'],
    ['a cell', pier, 'yes ', 'no  ', '18:11', 'section pier. "yes" became "no".'],
    ['emphasis', pier, 'quay', '*quay*', '20:1', 'section pier. Only links or emphasis have changed.'],
    [
      'what stands before a paragraph that is gone',
      pier,
      '\nThe quay is new.\n',
      '',
      '18:11',
      'section pier. "The quay is new." is gone.',
    ],
    ['the lead', index, 'at dawn', 'at noon', '18:12', 'lead. "dawn" became "noon".'],
    ['the headline', index, 'passes', 'passed', '2:8', 'headline. "passes" became "passed".'],
    [
      'a key point',
      index,
      'The ferries sail.',
      'No ferry sails.',
      '9:5',
      'key points. "The ferries sail" became "No ferry sails".',
    ],
    [
      'an entry of the timeline',
      index,
      'The wind fell.',
      'It blew.',
      '12:5',
      'timeline. "The wind fell" became "It blew".',
    ],
    ['a source', index, 'Harbour log', 'Port log', '14:5', 'sources. "Harbour" became "Port".'],
    ['a key', index, 'dateline: The harbour', 'dateline: The port', '15:11', 'dateline. "harbour" became "port".'],
    ['the date of publication', index, '19T18', '19T17', '5:12', 'published. "19T18" became "19T17".'],
    ['the key of the authors', index, '[ada-reed]', '[ada-reed, ben-ray]', '4:10', 'byline. "ben-ray" is new.'],
  ])('%s', (_what, path, from, to, place, words) => {
    const [found] = foundAfter(path, from, to);
    expect(found).toContain(`${path}:${place}  error  unrecorded  `);
    expect(found).toContain(`version 1 differs in ${words} Record`);
  });

  test('the first of several parts, and names the others', () => {
    const [found] = foundAfter(index, 'passes', 'passed');
    expect(found).not.toContain('and in');
    const content = aContentFolder();
    prepareVersion(content, { slug: 'storm', kind: 'publish', note: 'x' }, Date.UTC(2026, 0, 20)).write();
    for (const [path, from] of [
      [index, 'passes'],
      [pier, 'plank'],
    ] as const) {
      writeFileSync(join(content, path), readFileSync(join(content, path), 'utf8').replace(from, 'wanes'));
    }
    expect(problemLines(content)).toEqual([
      expect.stringContaining(
        '2:8  error  unrecorded  Readers saw another text: version 1 differs in headline, section pier. In headline, "passes" became "wanes".',
      ),
    ]);
  });

  test('a new section, and cuts long words off', () => {
    const long =
      'A wave came over the wall and took what stood there with it, and nobody was hurt in it at all that night.';
    const [found] = foundAfter(pier, 'The quay is new.\n', `The quay is new.\n\n${long}\n`);
    expect(found).toContain('1-pier.md:22:1  error');
    expect(found).toContain('"A wave came over the wall and took what stood there with it…" is new.');
  });
});

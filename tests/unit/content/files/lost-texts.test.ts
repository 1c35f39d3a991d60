import { describe, expect, test } from 'vitest';
import { aContentFolder, anIndex, problemLines } from '../../../support/content-folder.ts';

/** What is reported for the storm's article with these additional keys: place, code and message. */
function told(keys: string, replaced?: [string, string]): string[] {
  const index = anIndex({ keys });
  const text = replaced ? index.replace(...replaced) : index;
  return problemLines(aContentFolder({ 'articles/storm/index.md': text })).map((line) =>
    line.replace(/^content\/articles\/storm\/index\.md:/, ''),
  );
}

const title = (text: string) => told('', ['title: The storm passes', `title: ${text}`]);

const comment = (lost: string, whole: string) =>
  `error  text-lost  "${lost}" is a comment to YAML, and readers do not see it. If it is one, give it a line of its own. If not: put the whole text in quotes: ${whole}`;
const mark = (lost: string, whole: string) =>
  `error  text-lost  "${lost}" is a mark to YAML, and readers do not see it. Put the whole text in quotes: ${whole}`;

describe('Words of a key that YAML leaves out are told of:', () => {
  test.each([
    ['a number', 'The road is #1', `2:20  ${comment('#1', "'The road is #1'")}`],
    [
      'a hashtag',
      'Thousands march under #JusticeForTheHarbour',
      `2:30  ${comment('#JusticeForTheHarbour', "'Thousands march under #JusticeForTheHarbour'")}`,
    ],
    [
      'the middle of a text',
      "It's storm #3 that passes",
      `2:19  ${comment('#3 that passes', '"It\'s storm #3 that passes"')}`,
    ],
    ['a comment', 'The storm passes # or not', `2:25  ${comment('# or not', "'The storm passes # or not'")}`],
    [
      'the whole text',
      '#MeToo reaches the harbour',
      `2:8  ${comment('#MeToo reaches the harbour', "'#MeToo reaches the harbour'")}`,
    ],
    ['a hashtag after quotes', '"The storm" #3', `2:20  ${comment('#3', "'The storm #3'")}`],
    ['a sign of "and"', '&c is here', `2:8  ${mark('&c', "'&c is here'")}`],
    ['a sign of "and" alone', '&c', `2:8  ${mark('&c', "'&c'")}`],
    ['an exclamation mark', '! Storm is here', `2:8  ${mark('!', "'! Storm is here'")}`],
  ])('%s', (_what, text, line) => {
    expect(title(text)).toEqual([line]);
  });

  test('on the next line of the text', () => {
    expect(title('Thousands march under\n  #JusticeForTheHarbour')).toEqual([
      `3:3  ${comment('#JusticeForTheHarbour', "'Thousands march under #JusticeForTheHarbour'")}`,
    ]);
  });

  test.each([
    ['keyPoints:\n  - The road is #1\n  - Two', '8:17'],
    ['keyPoints:\n  - text: The road is #1\n    section: pier\n  - Two', '8:23'],
    ['keyPoints: [One, The road is #1\n  , Two]', '7:30'],
    ['timeline:\n  - when: 2026-01-19\n    text: The road is #1', '9:23'],
    ['dateline: Pier #1', '7:16'],
    ['picture:\n  map: { places: [mosul] }\n  alt: Pier #1\n  credit: Ada', '9:13'],
  ])('in any key: %j', (keys, place) => {
    expect(
      told(keys)
        .filter((line) => line.includes('text-lost'))
        .map((line) => line.split(' ')[0]),
    ).toEqual([place]);
  });

  test('and the rest of the file is told of in the same run', () => {
    const lines = told('kind: opinon', ['title: The storm passes', 'title: Storm #3']);
    expect(lines.map((line) => line.split('  ')[2])).toEqual(['text-lost', 'value-unknown']);
  });
});

describe('Nothing is told of', () => {
  test.each([
    ['a line of comment', 'title: A\n# The kind\nkind: report'],
    ['a comment on a line of its own, further to the right', 'title: A\n  # or another\nkind: report'],
    [
      'a key that is commented out',
      'title: A\nkeyPoints:\n  - text: One\n    #section: pier\n    section: gale\n  - Two',
    ],
    ['a comment after a date', 'title: A\nexpires: 2027-01-19T18:00:00+00:00 # after the inquiry'],
    ['a comment after an id', 'title: A\naliases: [old-storm] # until 2025'],
    ['a comment after an item that is an id', 'title: A\naliases:\n  - old-storm # until 2025'],
    ['a comment after true', 'title: A\ndraft: false # since Monday'],
    ['a comment after one of several words', 'title: A\nkind: report #not an opinion'],
    ['a comment after quotes', 'title: "A" # or "B"'],
    ['a comment after a key whose value is below', 'title: A\nkeyPoints: # two or more\n  - One\n  - Two'],
    ['a comment at the head of a folded text', 'title: >- # in two lines\n  The storm #3\n  passes #harbour'],
    ['# inside of a word', 'title: The C# and issue#5 and A&B'],
    ['# in quotes', "title: 'The road is #1'"],
    ['& and ! inside of a text', 'title: Fish & chips! Storm &c'],
    ['an anchor that an alias uses', 'title: &name A\ndateline: *name'],
    ['a type that YAML knows', 'title: !!str 1984'],
    [
      'a comment after an address',
      'title: A\nsources:\n  - { id: log, name: The log, kind: document, url: https://log.example/#a }\n  - id: post\n    name: The post\n    kind: post # on X\n    url: https://post.example # still there',
    ],
  ])('%s', (_what, keys) => {
    expect(
      told('', ['title: The storm passes', keys]).filter((line) => !/source-uncited|section-unknown/.test(line)),
    ).toEqual([]);
  });
});

describe('A text that YAML has read as something else', () => {
  test('is told of once: a point with a colon', () => {
    expect(told('keyPoints:\n  - First: the pier\n  - Second point')).toEqual([
      '8:5  error  value-type  There is a colon with a space after it in this text. Put the whole text in quotes.',
    ]);
  });

  test.each([
    ['[Update]', `2:8  error  value-type  A text cannot begin with "[". Put the whole text in quotes: '[Update]'`],
    ['{Update}', `2:8  error  value-type  A text cannot begin with "{". Put the whole text in quotes: '{Update}'`],
    [
      '\n  Storm: the end',
      '3:3  error  value-type  There is a colon with a space after it in this text. Put the whole text in quotes.',
    ],
  ])('is told of by its sign: %j', (text, line) => {
    expect(title(text)).toEqual([line]);
  });

  test('keeps its other keys in mind where one of them is misspelt', () => {
    expect(told('keyPoints:\n  - txt: One\n    section: pier\n  - Two').map((line) => line.split('  ')[2])).toContain(
      'key-unknown',
    );
  });
});

describe('A file with a fault in its YAML', () => {
  test('is read on: other keys and its text have their faults told in the same run', () => {
    const dir = aContentFolder({
      'articles/storm/index.md': anIndex({
        keys: 'kind: opinon\nauthor: ada',
        lead: '# A heading\n\nOne <b>two</b>.',
      }).replace('title: The storm passes', 'title: "Go," he said'),
      'articles/storm/1-pier.md': '---\ntitle:The pier\n---\n\n## Planks\n\nSee [the log](/nowhere/).\n',
    });
    expect(
      problemLines(dir).map((line) =>
        line
          .split('  ')
          .filter((_, index) => index !== 1 && index < 3)
          .join(' '),
      ),
    ).toEqual([
      'content/articles/storm/1-pier.md:2:7 yaml-invalid',
      'content/articles/storm/1-pier.md:5:1 heading-level',
      'content/articles/storm/1-pier.md:7:5 link-broken',
      'content/articles/storm/index.md:2:8 yaml-invalid',
      'content/articles/storm/index.md:7:7 value-unknown',
      'content/articles/storm/index.md:8:1 key-unknown',
      'content/articles/storm/index.md:11:1 heading-misplaced',
      'content/articles/storm/index.md:13:5 raw-html',
      'content/articles/storm/index.md:13:11 raw-html',
    ]);
  });

  test('has no fault told that comes from what is not read', () => {
    const index = anIndex({
      keys: 'sources:\n  - id: log\n   name: The log\n    kind: document',
      lead: 'The wind fell.[^log]',
    });
    expect(
      problemLines(aContentFolder({ 'articles/storm/index.md': index })).map((line) => line.split('  ')[2]),
    ).toEqual(['yaml-invalid']);
  });

  test('is told of once where an invisible space is before a key', () => {
    const index = anIndex({ keys: 'picture:\n\u00a0\u00a0map: { places: [mosul] }' });
    expect(problemLines(aContentFolder({ 'articles/storm/index.md': index }))).toEqual([
      'content/articles/storm/index.md:8:1  error  yaml-invalid  This is not a normal space but an invisible U+00A0. Delete it and type a space.',
    ]);
  });
});

import { globSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPlainYaml } from '@/lib/content/files/plain-yaml.ts';
import { parseYaml } from '@/lib/content/files/read-yaml.ts';
import { runs } from '../../../support/runs.ts';

const plain = fc.constantFrom(
  ...[
    'The pier',
    'pier-closes',
    '2026-01-19',
    '2026-01-19T23:30:00+03:00',
    'true',
    'false',
    '12',
    '-3',
    '0',
    '1.50',
    '-1.5',
  ],
  ...[
    '"a: b"',
    '""',
    "'x'",
    '“Words”',
    '(a)',
    '/path/',
    '$5',
    '[]',
    '[a]',
    '[a, b-c]',
    '[1, true, 2026-01]',
    'x, y',
    'a#b',
  ],
  ...[
    'a [b]',
    'https://example.org/a#b',
    'ميناء',
    'a -',
    '>-\nSome words\nof a: text # here',
    '|-\n- One\nTwo',
    'one\ntwo\n three',
  ],
);
const odd = fc.constantFrom(
  ...[
    '',
    'True',
    'null',
    '~',
    '-0',
    '012',
    '1e3',
    '1_000',
    '0x1f',
    '0o7',
    '1.',
    '.5',
    '+1',
    '1-2',
    '0.0.1',
    '1 2',
    '9e',
    '1e5x',
  ],
  ...[
    '"a\\n"',
    "'it''s'",
    '"open',
    '>',
    '|',
    '> -',
    '>-\nOne\n  Two',
    '|-\n\nOne',
    '>- # c\nOne',
    '"a\nb"',
    '[a\nb]',
    'one\n- two',
  ],
  ...[
    '[a,b]',
    '[a, ]',
    '[a, b',
    '[a: b]',
    '["a"]',
    '[ a ]',
    '[-1, 2026-01]',
    '{}',
    '{a: b}',
    '[a], b',
    '- a',
    '-',
    '? a',
    'a\n b: c',
  ],
  ...[
    'it is: so',
    'a #b',
    '# c',
    'ends:',
    'a ',
    'a\tb',
    '&x',
    '*x',
    '!t a',
    '&x a',
    '@a',
    '%a',
    '---',
    '...',
    'one\n\ntwo',
    'one\n# c\ntwo',
  ],
  ...[
    'a\u00a0b',
    '\u2028a',
    'a\u200cb',
    '\ufeffa',
    '\u0007',
    'a\rb',
    '.inf',
    '.nan',
    '-.inf',
    '=',
    '<<',
    'y',
    'No',
    '2026-01-19 12:00',
  ],
);
const names = fc.constantFrom('a', 'b', 'c', 'd', 'when', 'long-name_2', 'Title');
const oddNames = fc.constantFrom(
  'null',
  'true',
  '1',
  '"q"',
  '_x',
  '__proto__',
  'constructor',
  'two words',
  '- a',
  'ß',
  '? a',
  '<<',
);

/** YAML in lines: groups and lists in each other, with texts in them, now and then an odd one, and comments. */
const { group } = fc.letrec<{ group: string[]; list: string[]; value: string[] }>((tie) => ({
  group: fc
    .array(fc.tuple(fc.oneof({ weight: 30, arbitrary: names }, oddNames), tie('value')), { minLength: 1, maxLength: 3 })
    .map((pairs) =>
      pairs.flatMap(([name, [first = '', ...rest]]) => [`${name}:${first === '' ? '' : ' '}${first}`, ...rest]),
    ),
  list: fc
    .array(fc.oneof(fc.oneof({ weight: 30, arbitrary: plain }, odd).map(indented), tie('group')), {
      minLength: 1,
      maxLength: 3,
    })
    .map((items) => items.flatMap(([first = '', ...rest]) => [`- ${first}`, ...rest.map((line) => `  ${line}`)])),
  value: fc.oneof(
    { maxDepth: 3 },
    fc.oneof({ weight: 30, arbitrary: plain }, odd).map(indented),
    fc
      .tuple(fc.constantFrom('', '  ', '    '), tie('list'))
      .map(([by, lines]) => ['', ...lines.map((line) => by + line)]),
    fc
      .tuple(fc.constantFrom('  ', ' ', '    '), tie('group'))
      .map(([by, lines]) => ['', ...lines.map((line) => by + line)]),
  ),
}));

function indented(text: string): string[] {
  const [first = '', ...rest] = text.split('\n');
  return [first, ...rest.map((line) => (line === '' ? line : `  ${line}`))];
}

/** Front matter in which a line may be moved, added, or lost. */
const written = fc
  .tuple(
    group,
    fc.nat(12),
    fc.constantFrom('', '', '', '', ' ', '  ', '-', '# c', '  # c', '    # c', '\n', 'a: 1', '- a', 'lost'),
  )
  .map(([lines, at, change]) => {
    const index = at % lines.length;
    const changed = /^[# ]*c|^[a\-\n]/.test(change)
      ? lines.toSpliced(index, 0, change)
      : change === 'lost'
        ? lines.toSpliced(index, 1)
        : lines.with(index, change + lines[index]);
    return `\n${changed.join('\n')}`;
  });

/** All that a reader of front matter can ask. */
function answers(
  yaml: Pick<ReturnType<typeof parseYaml>, 'data' | 'placeOf' | 'placeOfKey'>,
  paths: readonly PropertyKey[][],
) {
  return {
    data: yaml.data,
    places: paths.map((path) => [path, yaml.placeOf(path), path.length > 0 && yaml.placeOfKey(path)]),
  };
}

/** The paths of all values, and one of none. */
function pathsIn(data: unknown, path: readonly PropertyKey[] = []): PropertyKey[][] {
  const inner = Object.entries(Object(typeof data === 'string' ? {} : data));
  const own = [...path];
  return [
    own,
    [...own, 'none'],
    ...inner.flatMap(([key, one]) => pathsIn(one, [...path, Array.isArray(data) ? Number(key) : key])),
  ];
}

/** Whether a text is plain; it is read the same by both, and a parser finds no fault in it. */
function isPlain(text: string): boolean {
  const plain = readPlainYaml(text);
  if (!plain) return false;
  const faults: string[] = [];
  const parsed = parseYaml(text, (_place, message) => faults.push(message));
  const paths = pathsIn(parsed.data);
  const [ours, theirs] = [answers(plain, paths), answers(parsed, paths)];
  // Much quicker than an expectation for each.
  if (!isDeepStrictEqual(ours, theirs)) expect(ours).toEqual(theirs);
  if (faults.length > 0 || !parsed.isWhole) expect(faults).toBe('none');
  return true;
}

describe('Plain YAML', () => {
  test.each([
    ['a list in the column of its key', 'a:\n- One\n- Two'],
    ['groups in a list', 'a:\n  - b: 1\n    c: 2\n  - b: 3'],
    ['a text over several lines', 'a: One\n  two\n   three\nb: 1'],
    ['a block of text', 'a: >-\n  One: 1\n  # two\nb: |-\n  - One\n  - Two'],
    ['comments between its lines', '# One\na:\n  # Two\n  - b\n# Three\nc: d'],
    ['a word in quotes', 'a: "b: #c"'],
    ['a list in brackets', 'a: [b, 2, 2026-01]'],
  ])('has %s', (_what, text) => {
    expect(isPlain(`\n${text}`)).toBe(true);
  });

  test.each([
    ['a block whose last line is further in', 'a: |-\n  One\n  Two\n    # three\nb: 1'],
    ['a line that is further in than its neighbours', 'a: 1\n b: 2'],
    ['a comment inside a text', 'a: One\n  # two\n  three'],
    ['a blank line in a text', 'a: One\n\n  two'],
    ['an empty value', 'a:\nb: 1'],
    ['a repeated key', 'a: 1\na: 2'],
    ['a key that is no word', 'true: 1'],
    ['a number in another notation', 'a: 1e3'],
    ['a number below zero', 'a: -0'],
    ['an anchor', 'a: &b c'],
    ['a tab', 'a: b\tc'],
    ['a colon in a text', 'a: b: c'],
    ['a comment after a text', 'a: b # c'],
    ['quotes in brackets', "a: ['b, c']"],
    ['nothing', ''],
  ])('does not have %s', (_what, text) => {
    expect(isPlain(`\n${text}`)).toBe(false);
  });

  test('is read as a parser reads it, whatever the text', () => {
    let count = 0;
    fc.assert(
      fc.property(written, (text) => {
        if (isPlain(text)) count += 1;
      }),
      { numRuns: runs(400) },
    );
    expect(count).toBeGreaterThan(50);
  });

  test('is the front matter of every article that is shipped', () => {
    const files = globSync('content/articles/*/*.md');
    const other = files.filter((file) => {
      const [, yaml = ''] = /^---(\n.*?)\n---\n/s.exec(readFileSync(file, 'utf8')) ?? [];
      return !isPlain(yaml);
    });
    expect(files.length).toBeGreaterThan(5);
    expect(other).toEqual([]);
  });
});

import type { Root } from 'mdast';
import { describe, expect, test } from 'vitest';
import { type NumberedNote, numberNotes, takeDefinitions, withDefinitions } from '@/lib/markdown/notes.ts';
import { aRenderer } from '../../support/a-renderer.ts';

const { parse, render } = aRenderer();

describe('Notes of an article', () => {
  test('are numbered through its parts in the order of their first mention', () => {
    const { notes } = numbered(['b[^b] a[^a]', 'c[^c] b[^b]'], ['a', 'b', 'c']);

    expect(notes).toEqual(['1 source b, 2 mentions', '2 source a, 1 mention', '3 source c, 1 mention']);
  });

  test('tell each mention the note and which mention of it this is', () => {
    const { pages } = numbered(['One[^a]', 'two[^b] three[^a]'], ['a', 'b']);

    expect(pages).toEqual([
      '<p>One<sup class="note"><a href="#note-1" id="cite-1-1" aria-label="Note 1">1</a></sup></p>',
      '<p>two<sup class="note"><a href="#note-2" id="cite-2-1" aria-label="Note 2">2</a></sup> ' +
        'three<sup class="note"><a href="#note-1" id="cite-1-2" aria-label="Note 1">1</a></sup></p>',
    ]);
  });

  test('are two where one label is defined in two parts', () => {
    const { notes } = numbered(['a[^1]\n\n[^1]: First.', 'b[^1]\n\n[^1]: Second.']);

    expect(notes).toEqual(['1 text First., 1 mention', '2 text Second., 1 mention']);
  });

  test('are known in their own part alone', () => {
    expect(numbered(['a[^1]\n\n[^1]: First.', 'b[^1]']).unknown).toEqual(['1 in part 2']);
  });

  test('come before a source of the same label', () => {
    expect(numbered(['a[^log]\n\n[^log]: Hers.'], ['log']).notes).toEqual(['1 text Hers., 1 mention']);
  });

  test('may cite a source, whose number comes after those of the text', () => {
    const { notes } = numbered(['a[^1] b[^mayor]\n\n[^1]: So the log.[^log]', 'c[^pilot]'], ['log', 'mayor', 'pilot']);

    expect(notes).toEqual([
      '1 text So the log.4, 1 mention',
      '2 source mayor, 1 mention',
      '3 source pilot, 1 mention',
      '4 source log, 1 mention',
    ]);
  });

  test('may mention each other, and themselves, without an end to it', () => {
    const { notes } = numbered(['a[^1]\n\n[^1]: See[^2].\n\n[^2]: See[^1] and[^2].']);

    expect(notes).toEqual(['1 text See2., 2 mentions', '2 text See1 and2., 2 mentions']);
  });

  test('compare their labels without regard to case, as Markdown does', () => {
    expect(numbered(['a[^Log]\n\n[^log]: Hers.']).notes).toEqual(['1 text Hers., 1 mention']);
  });

  test.each([
    ['in the text', 'a[^who]'],
    ['in a note', 'a[^1]\n\n[^1]: b[^who]'],
    ['in a table', '| a |\n|---|\n| b[^who] |'],
    ['in a heading', '### a[^who]'],
  ])('are told of a label %s that is neither note nor source', (_where, markdown) => {
    expect(numbered([markdown], ['log']).unknown).toEqual(['who in part 1']);
  });

  test.each([
    ['a code span', '`[^who]`'],
    ['a fence', '```\n[^who]\n```'],
    ['indented code', '    [^who]'],
    ['an escape', '\\[^who]'],
    ['a comment', '<!-- [^who] -->'],
  ])('see no mention in %s', (_where, markdown) => {
    const { notes, unknown } = numbered([markdown], ['who']);

    expect(notes).toEqual([]);
    expect(unknown).toEqual([]);
  });

  test('leave the text of code as it is', () => {
    expect(numbered(['`[^who]`'], ['who']).pages).toEqual(['<p><code>[^who]</code></p>']);
  });

  test.each(['constructor', '__proto__', 'toString'])('may have the label %s', (label) => {
    expect(numbered([`a[^${label}]`], [label]).notes).toEqual([`1 source ${label}, 1 mention`]);
  });
});

/** A summary of the notes of these parts. */
function numbered(
  parts: readonly string[],
  sources: readonly string[] = [],
): { notes: string[]; unknown: string[]; pages: string[] } {
  const trees = parts.map((markdown) => {
    const tree = parse(withDefinitions(markdown));
    return { tree, definitions: takeDefinitions(tree, markdown.split('\n').length) };
  });
  const unknown: string[] = [];
  const notes = numberNotes(
    trees,
    (label) => sources.includes(label),
    ({ label }, part) => unknown.push(`${label} in part ${part + 1}`),
  );
  return { notes: notes.map(inWords), unknown, pages: trees.map(({ tree }) => render(tree)) };
}

function inWords({ number, mentions, origin }: NumberedNote): string {
  const what = origin.kind === 'source' ? `source ${origin.id}` : `text ${textOf(origin.definition.children)}`;
  return `${number} ${what}, ${mentions} ${mentions === 1 ? 'mention' : 'mentions'}`;
}

function textOf(children: Root['children']): string {
  return render({ type: 'root', children }).replace(/<[^>]+>/g, '');
}

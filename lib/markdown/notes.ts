import type { FootnoteDefinition, FootnoteReference, Parents, Root } from 'mdast';
import { nodesOf } from './nodes-of.ts';

/** The origin of a numbered note: an entry of the article's sources, or a note in one of its files. */
type NoteOrigin = { kind: 'source'; id: string } | { kind: 'text'; definition: FootnoteDefinition };

export type NumberedNote = { number: number; mentions: number; origin: NoteOrigin };

/** A file's tree, and the notes that are written in it. */
type Part = { tree: Root; definitions: ReadonlyMap<string, FootnoteDefinition> };

const label = /\[\^([^\]\s]+)\]/g;

/**
 * Adds an empty definition for each label that the Markdown refers to; the editor's own definition comes first.
 *
 * A parser reads `[^label]` as a reference only if the same text defines it, but sources are defined in front matter.
 * Definitions are added after the text, so that all places in it stay the same.
 */
export function withDefinitions(markdown: string): string {
  const labels = new Set([...markdown.matchAll(label)].map(([, name]) => name));
  return [`${markdown}\n`, ...[...labels].map((name) => `[^${name}]:`)].join('\n');
}

/**
 * Removes from a tree the notes that an editor wrote and those that {@link withDefinitions} added.
 *
 * @param lines How many lines the editor's text has: anything after them was added.
 * @param atFault Receives each note with the label of another, and each without a text.
 * @returns The editor's notes by label, in lower case as Markdown compares them. The first of two is kept.
 */
export function takeDefinitions(
  tree: Root,
  lines: number,
  atFault: (note: FootnoteDefinition, isTwice: boolean) => void = () => {},
): Map<string, FootnoteDefinition> {
  const definitions = new Map<string, FootnoteDefinition>();
  const take = (node: FootnoteDefinition) => {
    const line = node.position?.start.line ?? 0;
    const isTwice = definitions.has(node.identifier);
    if (line <= lines && (isTwice || node.children.length === 0)) atFault(node, isTwice);
    if (line <= lines && !isTwice) definitions.set(node.identifier, node);
  };
  const takeFrom = (parent: Parents) => {
    for (let index = 0; index < parent.children.length; index++) {
      const node = parent.children[index];
      if (node?.type === 'footnoteDefinition') {
        take(node);
        parent.children.splice(index--, 1);
      }
      if (node && 'children' in node) takeFrom(node);
    }
  };
  takeFrom(tree);
  return definitions;
}

/**
 * Numbers the notes of an article in the order in which its parts first refer to them, and stores its number in each
 * reference. A note's own text may have references, too: they come after those of the article's text.
 *
 * A note is one label in one file, or one source in the whole article.
 *
 * @param isSource Whether a label names a source. A note in the same file takes precedence.
 * @param unknown Receives each reference with a label that is neither.
 */
export function numberNotes(
  parts: readonly Part[],
  isSource: (label: string) => boolean,
  unknown: (mention: FootnoteReference, part: number) => void,
): NumberedNote[] {
  const notes: NumberedNote[] = [];
  const byOrigin = new Map<unknown, NumberedNote>();

  const mention = (reference: FootnoteReference, part: number) => {
    const definition = parts[part]?.definitions.get(reference.identifier);
    const id = reference.label ?? reference.identifier;
    if (!definition && !isSource(id)) return unknown(reference, part);
    const key = definition ?? id;
    let note = byOrigin.get(key);
    if (!note) {
      const origin: NoteOrigin = definition ? { kind: 'text', definition } : { kind: 'source', id };
      note = { number: notes.length + 1, mentions: 0, origin };
      byOrigin.set(key, note);
      notes.push(note);
      partOf.set(note, part);
    }
    note.mentions += 1;
    reference.data = { ...reference.data, note: { number: note.number, mention: note.mentions } };
  };
  const partOf = new Map<NumberedNote, number>();

  for (const [part, { tree }] of parts.entries()) {
    for (const node of nodesOf(tree, 'footnoteReference')) mention(node, part);
  }
  for (const note of notes) {
    const { origin } = note;
    if (origin.kind === 'source') continue;
    for (const node of nodesOf(origin.definition, 'footnoteReference')) mention(node, partOf.get(note) ?? 0);
  }
  return notes;
}

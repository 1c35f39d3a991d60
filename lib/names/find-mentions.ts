import type { Nodes, PhrasingContent, Root } from 'mdast';
import type {} from '../markdown/handlers.ts';
import { namesWithin, withAttached } from './attached-words.ts';
import { fold, foldName } from './fold-name.ts';

/** The names of a glossary entry: its name and its aliases. */
export type EntryNames = { id: string; names: readonly string[] };

/** The place of a name in a text: from `start` up to but not including `end`, in UTF-16 units. */
type Found = { id: string; start: number; end: number };

/** Finds the names of the glossary in a text, in order and without overlaps. */
export type FindNames = (text: string) => Found[];

/** Letters and digits that form one word with their neighbours; scripts without spaces have none. */
const joined =
  '[[\\p{L}\\p{M}\\p{N}]--[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}]]';

/**
 * Makes a finder for the names of a glossary.
 *
 * Names are compared letter by letter and case-sensitively, after folding both (see `fold`); white space in a name matches any,
 * and in Arabic a name may have short words attached. If several begin at one place the longest wins. A name that is part of a
 * longer word does not count, in any script.
 */
export function nameFinder(entries: readonly EntryNames[]): FindNames {
  const owners = new Map<string, string>();
  for (const { id, names } of entries) {
    for (const name of names) {
      const key = foldName(name);
      if (key !== '' && !owners.has(key)) owners.set(key, id);
    }
  }
  if (owners.size === 0) return () => [];
  const longestFirst = [...owners.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const alternatives = longestFirst.map((name) => withAttached(name, name.split(' ').map(RegExp.escape).join('\\s+')));
  const pattern = new RegExp(`(?<!${joined})(?:${alternatives.join('|')})(?!${joined}|\\p{M})`, 'gv');
  const ownerOf = (words: string) => {
    const key = words.replace(/\s+/g, ' ');
    return owners.get(key) ?? namesWithin(key).flatMap((name) => owners.get(name) ?? [])[0];
  };
  return (text) => {
    const { text: folded, startOf, endOf } = fold(text);
    return [...folded.matchAll(pattern)].flatMap(({ 0: words, index }) => {
      const id = ownerOf(words);
      return id === undefined ? [] : { id, start: startOf(index), end: endOf(index + words.length) };
    });
  };
}

/** Where mentions are never marked: links, quotations, headings, code, and what an editor exempts. */
const exempt = new Set([
  'link',
  'heading',
  'blockquote',
  'inlineCode',
  'code',
  'html',
  'textDirective',
  'footnoteDefinition',
]);

/**
 * Marks the first mention of each glossary entry in the texts of an article.
 *
 * @param trees The texts, in reading order; they are not changed.
 * @returns Copies of the texts in which mentions are marked, and the entries that were marked, in the order of the text.
 */
export function markMentions(trees: readonly Root[], find: FindNames): { marked: Root[]; mentions: string[] } {
  const seen = new Set<string>();
  const marked = <Node extends Nodes>(node: Node): Node => {
    if (!('children' in node) || exempt.has(node.type)) return node;
    const children = node.children.flatMap((child: Nodes): Nodes[] => {
      if (child.type !== 'text') return [marked(child)];
      const found = find(child.value).filter(({ id }) => !seen.has(id) && seen.add(id));
      return found.length === 0 ? [child] : cut(child.value, found);
    });
    return { ...node, children };
  };
  return { marked: trees.map(marked), mentions: [...seen] };
}

function cut(text: string, found: readonly Found[]): PhrasingContent[] {
  const pieces: PhrasingContent[] = [];
  let at = 0;
  for (const { id, start, end } of found) {
    if (start > at) pieces.push({ type: 'text', value: text.slice(at, start) });
    pieces.push({ type: 'mention', id, children: [{ type: 'text', value: text.slice(start, end) }] });
    at = end;
  }
  if (at < text.length) pieces.push({ type: 'text', value: text.slice(at) });
  return pieces;
}

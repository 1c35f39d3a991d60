import type { Nodes, PhrasingContent, Root } from 'mdast';
import type {} from '../markdown/handlers.ts';
import { namesWithin, withAttached } from './attached-words.ts';
import { fold, foldName } from './fold-name.ts';

/** The names of a glossary entry: its name and its aliases. */
export type Named = { id: string; names: readonly string[] };

/** Where a name stands in a text: from `start` up to but not including `end`, in UTF-16 units. */
type Found = { id: string; start: number; end: number };

/** Finds the names of the glossary in a text, from left to right, none inside another. */
export type FindNames = (text: string) => Found[];

/** Letters and digits that make one word with their neighbours; scripts written without spaces have no such ones. */
const joined =
  '[[\\p{L}\\p{M}\\p{N}]--[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}]]';

/**
 * Makes a finder for the names of a glossary.
 *
 * Names are compared letter by letter, capitals included, once both are folded (see `fold`); white space in a name stands for
 * any, and in Arabic a name may have short words attached. Where several begin at one place the longest is found. A name counts
 * only where it is not part of a longer word, in every script.
 */
export function nameFinder(entries: readonly Named[]): FindNames {
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

/** What is never marked: words that lead elsewhere or are somebody's own, headings, code, and what an editor exempts. */
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
 * @param trees The texts, in the order in which they are read; they stay as they are.
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

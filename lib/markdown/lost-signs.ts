import type { Code, Emphasis, Heading, List, Nodes, Root, Strong } from 'mdast';
import { nodesOf } from './nodes-of.ts';

/** Words, numbers or signs that an editor wrote and no page shows: their place, a stable code, and what to do. */
export type Lost = {
  node: Nodes;
  code: 'text-lost' | 'cells-lost' | 'emphasis-by-chance' | 'link-empty';
  message: string;
};

/** From this number on, the number of an item is probably a year. */
export const firstYear = 1000;

/**
 * Finds signs that Markdown misread: words after the fence of a code block, `C #` at the end of a heading, years that
 * became list numbers, and arithmetic that became emphasis.
 */
export function lostSigns(tree: Root, source: string): Lost[] {
  return [
    ...nodesOf(tree, 'code').flatMap((code) => lostBesideCode(code)),
    ...nodesOf(tree, 'heading').flatMap((heading) => lostAtEnd(heading, source)),
    ...nodesOf(tree, 'list').flatMap((list) => lostYears(list, source)),
    ...nodesOf(tree, 'emphasis', 'strong').flatMap((node) => lostAround(node, source)),
  ];
}

/** The language of code follows the opening fence; `title="a name"` and `{1,3}` are for programs. */
function lostBesideCode(node: Code): Lost[] {
  if (!node.meta) return [];
  const written = `${node.lang ?? ''} ${node.meta}`;
  const words =
    written.replace(/[\w-]+=("[^"]*"|'[^']*'|\S+)|\{[^}]*\}/g, ' ').match(/\p{L}[\p{L}'’-]*(?![\p{L}\d=])/gu) ?? [];
  if (words.length < 3) return [];
  const message = `"${shortened(written)}" is in the line that begins code, where its language is named, so readers do not see it. Put it on a line of its own.`;
  return [{ node, code: 'text-lost', message }];
}

/** A heading may end with as many signs as it begins with; a single `#` is probably a word, as in `C #`. */
function lostAtEnd(node: Heading, source: string): Lost[] {
  const written = source.slice(...rangeOf(node));
  const isSign = node.depth > 1 && /^#/.test(written) && /[ \t](?<!\\)#[ \t]*$/.test(written);
  const message =
    'The "#" at the end of this heading is a mark to Markdown, and readers do not see it. Put a backslash before it, or remove it.';
  return isSign ? [{ node, code: 'text-lost', message }] : [];
}

/** Markdown counts a list from its first number, whatever the others are. */
function lostYears({ ordered, start, children: items }: List, source: string): Lost[] {
  if (!ordered) return [];
  return items.flatMap((node, index): Lost[] => {
    const [, year, sign] = /^(\d+)([.)])/.exec(source.slice(node.position?.start.offset)) ?? [];
    const shown = (start ?? 1) + index;
    if (year === undefined || Number(year) < firstYear || Number(year) === shown) return [];
    const message = `"${year}" is the number of an item in a list to Markdown, and readers see ${shown}. Write ${year}\\${sign}`;
    return [{ node, code: 'text-lost', message }];
  });
}

/** Signs inside a word or a number were probably not meant as emphasis: `5*3*2`, `f**k and s**t`. */
function lostAround(node: Emphasis | Strong, source: string): Lost[] {
  const [start, end] = rangeOf(node);
  const around = source.charAt(start - 1) + source.charAt(end);
  const written = source.slice(start, end);
  const inside = written.replace(/^[*_]+|[*_]+$/g, '');
  const isByChance =
    /^[A-Za-z0-9]{2}$/.test(around) && (/\s/.test(inside) || (/^\d{2}$/.test(around) && /^[\d.,]+$/.test(inside)));
  const message = `The signs around "${shortened(written)}" make it stand out, and readers do not see them. Put a backslash before each of them.`;
  return isByChance ? [{ node, code: 'emphasis-by-chance', message }] : [];
}

function rangeOf({ position }: Nodes): [number, number] {
  return [position?.start.offset ?? 0, position?.end.offset ?? 0];
}

/** The beginning of a text in one line, to quote in a message. */
export function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

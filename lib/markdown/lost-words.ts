import type { Definition, Html, Root, Table } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { type Lost, lostSigns, shortened } from './lost-signs.ts';
import { nodesOf } from './nodes-of.ts';

/**
 * Finds words that Markdown silently drops: cells beyond the columns of a table, unused link definitions, what follows a
 * comment that does not end where its editor meant it to, and misread signs.
 *
 * @param tree As parsed, with reference links.
 * @param source What it was parsed from.
 */
export function lostWords(tree: Root, source: string): Lost[] {
  return [
    ...nodesOf(tree, 'table').flatMap(lostCells),
    ...lostDefinitions(tree),
    ...nodesOf(tree, 'html').flatMap(swallowedWords),
    ...lostSigns(tree, source),
  ];
}

function lostCells({ children: rows }: Table): Lost[] {
  const columns = rows.at(0)?.children.length ?? 0;
  return rows.flatMap((row): Lost[] => {
    const lost = row.children.slice(columns);
    const [first] = lost.filter((cell) => textOf(cell).trim() !== '');
    if (!first) return [];
    const words = lost.map((cell) => textOf(cell).trim()).join(' | ');
    const message = `This row has ${row.children.length} cells, and the first row has ${columns}. Readers do not see "${shortened(words)}". Write \\| for a bar that is part of the text, or give the first two rows more cells.`;
    return [{ node: first, code: 'cells-lost', message }];
  });
}

/** `[Update]: Closed` is a link definition to Markdown. One with a real address was meant as such, and its link is missing. */
function lostDefinitions(tree: Root): Lost[] {
  const definitions = nodesOf(tree, 'definition');
  if (definitions.length === 0) return [];
  const named = new Set(nodesOf(tree, 'linkReference', 'imageReference').map(({ identifier }) => identifier));
  const unnamed = definitions.filter(({ identifier }) => !named.has(identifier));
  const asText = unnamed.filter(hasWords).map((node): Lost => {
    const message = `"${written(node)}" is the address of a link that no text names, so readers do not see it. Put a backslash before the first bracket if it is text.`;
    return { node, code: 'text-lost', message };
  });
  // `[//]: # (words)` is a comment.
  const [first, ...others] = unnamed.filter((node) => !hasWords(node) && node.url !== '' && node.url !== '#');
  if (!first) return asText;
  const more = others.length > 0 ? `, and so are ${others.length} more in this text` : '';
  const message = `"${written(first)}" is the address of a link that no text has${more}, so readers do not see it. Put [${first.label ?? first.identifier}] where the link belongs, or remove the line.`;
  return [...asText, { node: first, code: 'link-empty', message }];
}

function written({ label, identifier, url }: Definition): string {
  return shortened(`[${label ?? identifier}]: ${url}`);
}

function hasWords({ url }: Definition): boolean {
  return /^[\p{L}\p{N}“”"'‘’«»()-]+[.!?,;:…”"’»)]*$/u.test(url) && /\p{L}/u.test(url);
}

/**
 * A comment that its editor closed with `–>` or not at all, so that it continues to the end of another. An arrow inside
 * a comment does not count.
 */
function swallowedWords(node: Html): Lost[] {
  const [, inside = ''] = /^\s*<!--([\s\S]*?)-->/.exec(node.value) ?? [];
  const [before = '', another] = inside.split('<!--');
  const dash = /[–—]>|--\s+>/.exec(before);
  const rest = before.slice((dash?.index ?? 0) + (dash?.[0].length ?? 0));
  const isSwallowed =
    another === undefined
      ? dash !== null && /\n\s*\n/.test(rest.trim())
      : dash
        ? rest.trim() !== ''
        : rest.includes('\n');
  if (!isSwallowed) return [];
  const found = dash ? `has ${dash[0]} in it, which does not end it` : 'is not closed before the next one';
  const message = `The comment that begins here ${found}, so readers do not see what follows up to the next -->. End each comment with two hyphens and >.`;
  return [{ node, code: 'text-lost', message }];
}

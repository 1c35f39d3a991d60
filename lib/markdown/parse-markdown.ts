import type { Root } from 'mdast';
import { remark } from 'remark';
import type { Data } from 'unified';
import { eachNode } from './nodes-of.ts';
import { syntaxOf } from './syntax.ts';
import { readTableBreaks } from './table-breaks.ts';

const parsers = new Map<Data, ReturnType<typeof parserOf>>();

/**
 * The tree of a text in the Markdown that editors write.
 *
 * @param line The line of its file on which the text begins: lines in the tree are those of the file, offsets those of the
 *   text.
 * @param syntax A syntax other than that of editors.
 */
export function parseMarkdown(markdown: string, line = 1, syntax = syntaxOf(markdown)): Root {
  const parser = parsers.get(syntax) ?? parserOf(syntax);
  parsers.set(syntax, parser);
  const tree = parser.parse(markdown);
  readTableBreaks(tree, markdown);
  if (line === 1) return tree;
  eachNode(tree, ({ position }) => {
    if (!position) return;
    position.start.line += line - 1;
    position.end.line += line - 1;
  });
  return tree;
}

function parserOf(syntax: Data) {
  return remark().data(syntax).freeze();
}

import { basename, dirname } from 'node:path';
import type { Nodes } from 'mdast';
import { eachNode } from '../../markdown/nodes-of.ts';
import { leave, settingsOf, type TextCheck } from '../text/text-check.ts';

/** Reports texts with nothing for readers: comments, empty headings and rules do not count. */
export const textEmpty: TextCheck = () => (tree, file) => {
  const { kind, isAlone, frontMatter } = settingsOf(file);
  const message =
    kind === 'section'
      ? 'This section has a title and no text. Write it, or delete the file.'
      : kind === 'lead' && isAlone
        ? 'This article has no text. Write it under the front matter, or in sections.'
        : kind === 'note' && basename(dirname(frontMatter.file)) === 'glossary'
          ? 'This entry has no text, so its card has only its name. Write a sentence or two under the front matter.'
          : undefined;
  if (message !== undefined && !hasWords(tree)) leave(file, 'text-empty', { line: 1, column: 1 }, message);
};

function hasWords(tree: Nodes): boolean {
  let found = false;
  eachNode(tree, (node) => {
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') found ||= node.value.trim() !== '';
    else found ||= node.type === 'image';
  });
  return found;
}

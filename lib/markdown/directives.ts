import type { Root } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import { knownDirective } from './directive-syntax.ts';
import { nodesOf } from './nodes-of.ts';

/** The directives of a tree that are not known, in the order of the text. */
export function unknownDirectives(tree: Root): TextDirective[] {
  return nodesOf(tree, 'textDirective').filter(({ name }) => name !== knownDirective);
}

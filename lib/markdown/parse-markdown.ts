import type { Root } from 'mdast';
import { remark } from 'remark';
import { syntax } from './syntax.ts';

const parser = remark().data(syntax).freeze();

/** The tree of a text in the Markdown that editors write. */
export function parseMarkdown(markdown: string): Root {
  return parser.parse(markdown);
}

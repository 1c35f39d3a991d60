import type { FootnoteDefinition, Root } from 'mdast';
import { takeDefinitions, withDefinitions } from '../markdown/notes.ts';
import { parseMarkdown } from '../markdown/parse-markdown.ts';

/** The tree of a recorded text, and its notes. */
export function parseRecorded(markdown: string): { tree: Root; definitions: FootnoteDefinition[] } {
  const tree = parseMarkdown(withDefinitions(markdown));
  const definitions = [...takeDefinitions(tree, markdown.split('\n').length).values()];
  return { tree, definitions };
}

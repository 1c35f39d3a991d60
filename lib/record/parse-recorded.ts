import type { FootnoteDefinition, Root } from 'mdast';
import { readDirectives } from '../markdown/directives.ts';
import { takeDefinitions, withDefinitions } from '../markdown/notes.ts';
import { parseMarkdown } from '../markdown/parse-markdown.ts';

/** The tree of a recorded text, and the notes that are written in it. */
export function parseRecorded(markdown: string): { tree: Root; definitions: FootnoteDefinition[] } {
  const source = withDefinitions(markdown);
  const tree = parseMarkdown(source);
  readDirectives(tree, source);
  const definitions = [...takeDefinitions(tree, markdown.split('\n').length).values()];
  return { tree, definitions };
}

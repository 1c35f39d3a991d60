import { takeDefinitions, withDefinitions } from '../markdown/notes.ts';
import { parseMarkdown } from '../markdown/parse-markdown.ts';
import { plainText } from '../markdown/plain-text.ts';

/** The words of recorded Markdown as readers see them, a line for each paragraph; those of its notes come last. */
export function plainWords(markdown: string): string {
  const lines = markdown.split('\n').length;
  const tree = parseMarkdown(withDefinitions(markdown));
  const definitions = takeDefinitions(tree, lines);
  return plainText({ type: 'root', children: [...tree.children, ...definitions.values()] });
}

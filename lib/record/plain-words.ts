import { plainText } from '../markdown/plain-text.ts';
import { parseRecorded } from './parse-recorded.ts';

/** The words of recorded Markdown as readers see them, a line for each paragraph; those of its notes come last. */
export function plainWords(markdown: string): string {
  const { tree, definitions } = parseRecorded(markdown);
  return plainText({ type: 'root', children: [...tree.children, ...definitions] });
}

import { nodesOf } from '../markdown/nodes-of.ts';
import { captionOf, onlyPicture } from '../markdown/pictures.ts';
import { plainText } from '../markdown/plain-text.ts';
import { parseRecorded } from './parse-recorded.ts';

/**
 * The words of recorded Markdown as readers see them, a line for each paragraph; those of its notes come last. A picture
 * has a line each for its caption, its credit and its description.
 */
export function plainWords(markdown: string): string {
  const { tree, definitions } = parseRecorded(markdown);
  for (const paragraph of nodesOf(tree, 'paragraph')) {
    const picture = onlyPicture(paragraph);
    if (!picture) continue;
    const { caption, credit } = captionOf(picture) ?? {};
    const lines = [caption, credit, picture.alt].flatMap((line) => line || []);
    paragraph.children = [{ type: 'text', value: lines.join('\n') }];
  }
  return plainText({ type: 'root', children: [...tree.children, ...definitions] });
}

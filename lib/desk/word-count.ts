import { countWords } from '../article/reading-time.ts';

/** No text has shorter words than this on average, with the spaces between them. */
const shortest = 4;

/** How many words a text has where it has more than `most`; `undefined` for any other, most of which need no count. */
export function wordsBeyond(most: number, text: string, lang: string): number | undefined {
  if (text.length < most * shortest) return undefined;
  const count = countWords(text, lang);
  return count > most ? count : undefined;
}

import { countWords } from '../article/reading-time.ts';

/** No text has shorter words than this on average, with the spaces between them. */
const shortest = 4;

/** Whether a text is too short to have more than `most` words; it costs next to nothing to know. */
export function isWithin(most: number, text: string): boolean {
  return text.length < most * shortest;
}

/** How many words a text has where it has more than `most`; `undefined` for any other, most of which need no count. */
export function wordsBeyond(most: number, text: string, lang: string): number | undefined {
  if (isWithin(most, text)) return undefined;
  const count = countWords(text, lang);
  return count > most ? count : undefined;
}

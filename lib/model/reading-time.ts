/**
 * How many words a text has, in any script, by the rules of Unicode (UAX #29, word-like segments).
 *
 * @param language The text's language tag; some scripts are cut into words with a dictionary.
 */
export function countWords(text: string, language: string): number {
  let words = 0;
  for (const { isWordLike } of segmenterFor(language).segment(text)) {
    if (isWordLike) words += 1;
  }
  return words;
}

/** One for each language: creating one takes as long as counting a paragraph. */
const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(language: string): Intl.Segmenter {
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' });
  segmenters.set(language, segmenter);
  return segmenter;
}

/** Words a minute: the mean for silent reading of English non-fiction (Brysbaert 2019, J. Mem. Lang. 109). */
const pace = 238;

/** The reading time in whole minutes, at least 1. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / pace));
}

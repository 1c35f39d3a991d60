/** Locating each is slow, and a paragraph with more of them is not prose. */
const mostInParagraph = 20;

/**
 * The matches of patterns in a text, in order; of overlapping ones, the first.
 *
 * @param patterns Patterns with the flag `g`.
 */
export function signsIn(text: string, patterns: readonly RegExp[]): RegExpExecArray[] {
  const all = patterns.flatMap((pattern) => [...text.matchAll(pattern)]).sort((a, b) => a.index - b.index);
  let end = 0;
  return all
    .filter(({ 0: found, index }) => {
      const isFirst = index >= end;
      if (isFirst) end = index + found.length;
      return isFirst;
    })
    .slice(0, mostInParagraph);
}

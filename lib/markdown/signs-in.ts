/** To find the place of each takes long, and a paragraph with more of them is no text that anybody wrote. */
const mostInParagraph = 20;

/**
 * Where patterns match in a text, in its order; of those that overlap the first one.
 *
 * @param patterns Each with the flag `g`.
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

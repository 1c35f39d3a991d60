/** The direction of a text. */
export type Direction = 'ltr' | 'rtl';

/** Letters that are written from right to left. */
export const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/**
 * The value of `dir` for a text whose direction differs from its context: that of its first letter, as in the Unicode
 * bidirectional algorithm (UAX #9, P2 and P3). `undefined` if it is the same, or the text has no letters.
 */
export function ownDirection(text: string, around: Direction): Direction | undefined {
  const [letter] = /\p{L}/u.exec(text) ?? [];
  if (letter === undefined) return undefined;
  const own = rightToLeft.test(letter) ? 'rtl' : 'ltr';
  return own === around ? undefined : own;
}

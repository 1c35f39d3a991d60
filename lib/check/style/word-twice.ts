import { leave, settingsOf, type TextCheck } from '../text/text-check.ts';

const twice = /(?<![\p{L}\p{N}’'-])(\p{L}+)\s+(\1)(?![\p{L}\p{N}’'-])/giu;

/** Words that can be repeated in good prose: "all that that means", "he had had it". */
const mayBeTwice = new Set(['had', 'that', 'can', 'her', 'is', 'very', 'no', 'ha']);

/** Whether a closer look is worth while: in most texts it finds nothing, and takes three times as long. */
function mayHaveTwice(text: string): boolean {
  const pieces = text.toLowerCase().split(/\s+/);
  return pieces.some((piece, index) => {
    const before = pieces[index - 1] ?? '';
    if (!before.includes(piece.charAt(0))) return false;
    const word = /^\p{L}+/u.exec(piece)?.[0];
    return word !== undefined && before.endsWith(word);
  });
}

/** Locating each is slow, and a paragraph with more of them is not prose. */
const mostInParagraph = 20;

/** Reports words that are repeated, even across the end of a line. */
export const wordTwice: TextCheck = () => (_tree, file) => {
  const { prose } = settingsOf(file);
  for (const { text, placeAt } of prose) {
    if (!mayHaveTwice(text)) continue;
    const found = text.matchAll(twice).filter(([, word = '', again = '']) => {
      const isName = word === again && word.charAt(0) !== word.charAt(0).toLowerCase();
      return !isName && !mayBeTwice.has(word.toLowerCase());
    });
    for (const { 0: both, 1: word = '', 2: again = '', index } of found.take(mostInParagraph)) {
      const place = placeAt(index + both.length - again.length);
      leave(file, 'word-twice', place, `"${word} ${again}": the word is repeated. Remove one.`);
    }
  }
};

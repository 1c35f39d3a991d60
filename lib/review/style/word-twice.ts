import { leave, settingsOf, type TextCheck } from '../text/text-check.ts';

const twice = /(?<![\p{L}\p{N}’'-])(\p{L}+)\s+(\1)(?![\p{L}\p{N}’'-])/giu;

/** Words that can be repeated in good prose: "all that that means", "he had had it". */
const mayBeTwice = new Set(['had', 'that', 'can', 'her', 'is', 'very', 'no', 'ha']);

/** Whether a closer look is worth while: in most texts it would find nothing, and take several times as long. */
function mayHaveTwice(text: string): boolean {
  let before = '';
  for (const piece of text.toLowerCase().split(/\s+/)) {
    if (piece.includes(before.slice(-1)) && endsWithWordOf(before, piece)) return true;
    before = piece;
  }
  return false;
}

/** Whether a piece of text ends with the first word of the next one. */
function endsWithWordOf(before: string, piece: string): boolean {
  const first = piece.charAt(0);
  for (let at = before.indexOf(first); at !== -1; at = before.indexOf(first, at + 1)) {
    if (piece.startsWith(before.slice(at)) && !/^\p{L}/u.test(piece.slice(before.length - at))) return true;
  }
  return false;
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

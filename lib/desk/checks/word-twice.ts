import { leave, type TextCheck } from '../text-check.ts';

const twice = /(?<![\p{L}\p{N}’'-])(\p{L}+)\s+(\1)(?![\p{L}\p{N}’'-])/giu;

/** Words that good sentences have twice in a row: "all that that means", "he had had it". */
const mayBeTwice = new Set(['had', 'that', 'can', 'her', 'is', 'very', 'no', 'ha']);

/** Tells of words that stand twice in a row, also across the end of a line. */
export const wordTwice: TextCheck =
  ({ prose }) =>
  (_tree, file) => {
    for (const { text, placeAt } of prose) {
      for (const { 0: both, 1: word = '', 2: again = '', index } of text.matchAll(twice)) {
        const isName = word === again && word.charAt(0) !== word.charAt(0).toLowerCase();
        if (isName || mayBeTwice.has(word.toLowerCase())) continue;
        const place = placeAt(index + both.length - again.length);
        leave(file, 'word-twice', place, `"${word} ${again}": the word stands twice. Take one out.`);
      }
    }
  };

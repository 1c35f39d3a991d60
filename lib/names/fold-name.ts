/** A text as names are compared in it, and which part of the text itself a part of it is. */
type Folded = { text: string; startOf: (index: number) => number; endOf: (index: number) => number };

/** Signs that are no part of a name: soft hyphens, marks of direction, Arabic vowels and the stroke that stretches a word. */
const unwritten = /[\u00ad\u200e\u200f\u061c\u2060\u2066-\u2069\u0640\u064b-\u0652\u0670]/g;

/** Signs that are written in several ways: hyphens that do not break, apostrophes. */
const same: Readonly<Record<string, string>> = { '\u2010': '-', '\u2011': '-', '’': "'", ʼ: "'", '‘': "'" };
const several = new RegExp(`[${Object.keys(same).join('')}]`, 'g');

/** The letters of a syllable of Hangul, which are one letter when they are composed. */
const syllable = '[\u1100-\u115f][\u1160-\u11a7]+[\u11a8-\u11ff]*';

/** What folding changes. */
const changes = new RegExp(`${unwritten.source}|${several.source}|\\p{M}|${syllable}`, 'u');
const letters = new RegExp(`${syllable}|\\P{M}\\p{M}*|\\p{M}+`, 'gsu');

/**
 * Folds a text for the comparison of names: letters with marks in their composed form (NFC), without signs that nobody sees and
 * without Arabic vowels, one sign for all apostrophes and one for all hyphens. Capitals stay as they are.
 */
export function fold(text: string): Folded {
  if (!changes.test(text)) return { text, startOf: (index) => index, endOf: (index) => index };
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: letter, index } of text.matchAll(letters)) {
    const plain = plainLetter(letter);
    for (let unit = 0; unit < plain.length; unit++) {
      starts.push(index);
      ends.push(index + letter.length);
    }
    folded += plain;
  }
  return {
    text: folded,
    startOf: (index) => starts[index] ?? text.length,
    endOf: (index) => ends[index - 1] ?? 0,
  };
}

/** A name as it is compared with others: folded, with one space for any white space. */
export function foldName(name: string): string {
  return fold(name).text.trim().replace(/\s+/g, ' ');
}

function plainLetter(letter: string): string {
  return letter
    .normalize('NFC')
    .replace(unwritten, '')
    .replace(several, (sign) => same[sign] ?? sign);
}

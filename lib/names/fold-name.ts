/** A folded text for comparing names, and the original position of each of its parts. */
type Folded = { text: string; startOf: (index: number) => number; endOf: (index: number) => number };

/** Signs that are not part of a name: soft hyphens, direction marks, Arabic vowels and the tatweel. */
const unwritten = /[\u00ad\u200e\u200f\u061c\u2060\u2066-\u2069\u0640\u064b-\u0652\u0670]/g;

/** Signs with several forms: no-break hyphens, apostrophes. */
const same: Readonly<Record<string, string>> = { '\u2010': '-', '\u2011': '-', '’': "'", ʼ: "'", '‘': "'" };
const several = new RegExp(`[${Object.keys(same).join('')}]`, 'g');

/** The letters of a Hangul syllable, which compose to one. */
const syllable = '[\u1100-\u115f][\u1160-\u11a7]+[\u11a8-\u11ff]*';

/** What folding changes. */
const changes = new RegExp(`${unwritten.source}|${several.source}|\\p{M}|${syllable}`, 'u');
const letters = new RegExp(`${syllable}|\\P{M}\\p{M}*|\\p{M}+`, 'gsu');

/**
 * Folds a text for comparing names: composed letters (NFC), no invisible signs or Arabic vowels, one form of apostrophes and of
 * hyphens. Capitals are kept.
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

/** A name for comparison: folded, with white space collapsed. */
export function foldName(name: string): string {
  return fold(name).text.trim().replace(/\s+/g, ' ');
}

function plainLetter(letter: string): string {
  return letter
    .normalize('NFC')
    .replace(unwritten, '')
    .replace(several, (sign) => same[sign] ?? sign);
}

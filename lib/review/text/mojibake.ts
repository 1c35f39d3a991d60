/** A piece of text that is UTF-8 read as Windows-1252: its place, its letters, and the intended text. */
export type Mojibake = { index: number; found: string; meant: string };

/** The letters of Windows-1252 from 0x80 to 0x9F (https://encoding.spec.whatwg.org/#windows-1252). */
const high = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** What may follow the first byte of a letter in UTF-8: bytes 0x80 to 0xBF. */
const next = `[${high}\u00a0-\u00bf]`;
const letter = `(?:[\u00c2-\u00df]${next}|[\u00e0-\u00ef]${next}{2}|[\u00f0-\u00f4]${next}{3})`;
const candidates = new RegExp(`${letter}(?:${letter})*`, 'gu');

/** Signs that often follow a letter in correct text, as in CAFÉ» and É…, the space included. */
const usual = /[‘’“”‹›»–—…\u00a0ªº²³¹]/u;

/**
 * Finds letters that were broken by a wrong conversion, such as `CafÃ©` and `donâ€™t`.
 *
 * Text that may be correct is skipped: a capital followed by a quotation mark, a dash or dots, as in “SÃO”, MAÇÃ… and CAFÉ».
 */
export function mojibakeIn(text: string): Mojibake[] {
  return [...text.matchAll(candidates)].flatMap(({ 0: found, index }) => {
    const meant = decoded(found);
    return meant !== undefined && isBroken(text, found, index) ? { index, found, meant } : [];
  });
}

function isBroken(text: string, found: string, index: number): boolean {
  const [first = '', second = ''] = found;
  // Bytes that are not a letter, and the beginnings of quotation marks, dashes, the euro sign and emoji.
  if (/[\u0080-\u009f]/.test(found) || /^(?:â[€‚„†ˆœ‰]|ðŸ|ï»¿)/.test(found)) return true;
  const signs = [...found].filter((_, at) => at % 2 === 1);
  const length = [...found].length;
  if (/^[\u00c2-\u00df]/.test(found) && length >= 4) return !signs.every((sign) => usual.test(sign));
  if (length > 2) return false;
  const before = text[index - 1] ?? '';
  const after = text[index + found.length] ?? '';
  if (first === 'Â') return usual.test(second) ? /[\p{Ll}\d.,;:!?]/u.test(before) : !/\p{Lu}/u.test(before);
  if (!/[ÃÄÅ]/.test(first)) return false;
  // A broken à ends with a no-break space, which nobody would type before another space.
  return /\p{Ll}/u.test(before) || /\p{Ll}/u.test(after) || (second === '\u00a0' && after === ' ');
}

function decoded(found: string): string | undefined {
  const bytes = [...found].map((one) => {
    const at = high.indexOf(one);
    return at === -1 ? (one.codePointAt(0) ?? 0) : at + 0x80;
  });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return undefined;
  }
}

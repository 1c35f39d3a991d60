/** A text as one word of a POSIX shell: in quotation marks if it has anything else than letters, digits and `-_./:@%+,=`. */
export function shellWord(text: string): string {
  return /^[\p{L}\p{N}_./:@%+,=-]+$/u.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** All characters but those of which XML 1.0 says what a document may have (section 2.2, Char). */
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** A text without what no XML document may hold: control characters and halves of surrogate pairs. */
export function printable(text: string): string {
  return text.replace(forbidden, '');
}

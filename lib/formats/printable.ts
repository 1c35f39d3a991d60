/** All characters that an XML 1.0 document may not contain (section 2.2, Char). */
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** A text without the characters that XML forbids: control characters and lone surrogates. */
export function printable(text: string): string {
  return text.replace(forbidden, '');
}

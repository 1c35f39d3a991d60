/** Scripts whose type has an italic form of its own. In others a browser slants the letters, which makes them worse to read. */
const withItalics = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Cherokee}]/u;

/** Whether a text may be set in italics: unless most of its letters are of scripts that have none, such as Arabic or Chinese. */
export function mayBeItalic(text: string): boolean {
  const letters = [...text.matchAll(/\p{L}/gu)];
  return letters.filter(([letter]) => withItalics.test(letter)).length * 2 >= letters.length;
}

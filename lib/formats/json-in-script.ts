/** U+2028 and U+2029 end a line where a parser takes JSON for a script. */
const dangerous = /[<\u2028\u2029]/g;

/**
 * JSON that can stand in a script element as it is: without `<` no text in it ends the element or begins a comment.
 *
 * @param data What JSON can say; keys that are `undefined` are left out.
 */
export function jsonInScript(data: object): string {
  return JSON.stringify(data).replace(
    dangerous,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

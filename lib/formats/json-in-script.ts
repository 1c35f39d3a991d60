/** U+2028 and U+2029 are line endings if JSON is parsed as a script. */
const dangerous = /[<\u2028\u2029]/g;

/**
 * JSON that is safe in a script element: without `<` no text in it ends the element or begins a comment.
 *
 * @param data JSON data; keys that are `undefined` are left out.
 */
export function jsonInScript(data: object): string {
  return JSON.stringify(data).replace(
    dangerous,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

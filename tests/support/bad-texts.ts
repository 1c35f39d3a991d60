/** Headlines that break careless code, and what is left of each where control characters are not allowed. */
export const badTexts: readonly [what: string, text: string, left?: string][] = [
  ['the end of CDATA', 'A ]]> B'],
  ['the end of a script', 'A </script><script>alert(1)</script> B'],
  ['a pictograph', 'A 🌧️👩🏽‍🚒 B'],
  ['right-to-left words', 'قال “A” إنّ B\u200F'],
  ['three hundred characters', 'A B '.repeat(75).trim()],
  ['an ampersand and an entity', 'A & B &amp; C &lt; D &#65;'],
  ['quotation marks', `"A" 'B'`],
  ['a comment', 'A <!-- B --> C'],
  ['Markdown', '# A [B](c) *d* `e` 1. f | g \\'],
  ['control characters', 'A\u0000\u0008\u001F B\uFFFE', 'A B'],
  ['half a pictograph', 'A\uD83C B', 'A B'],
];

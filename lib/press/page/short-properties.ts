/** A custom property in CSS text, but not the end of a longer name. */
const property = /(?<![\w-])--(?:\\.|[^\s,;:!(){}\\])+/g;

/**
 * Gives the custom properties of a style sheet short names, the shortest to the most frequent.
 *
 * @param css One line, as a minifier writes it.
 * @param own The properties that it declares; others keep their names, which are not reused.
 */
export function shortenProperties(css: string, own: ReadonlySet<string>): string {
  const counts = new Map<string, number>();
  const foreign = new Set<string>();
  for (const [name] of css.matchAll(property)) {
    if (own.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
    else foreign.add(name);
  }
  const short = new Map<string, string>();
  let number = 10; // The first digit in base 36 that is a letter.
  for (const [name] of [...counts].sort(([, a], [, b]) => b - a)) {
    while (foreign.has(`--${number.toString(36)}`)) number += 1;
    short.set(name, `--${number.toString(36)}`);
    number += 1;
  }
  return css.replace(property, (name) => short.get(name) ?? name);
}

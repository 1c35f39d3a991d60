/**
 * Names joined as the language joins a list, as text and as its parts.
 *
 * Arabic puts its comma between names, and its conjunction before the last: CLDR would repeat the conjunction.
 */
export function joinNames(names: readonly string[], lang: string): string {
  return new Intl.ListFormat(lang).format(names);
}

/**
 * Words of one letter that Arabic writes together with the word after them: and, so; with, for, like. The article after "for"
 * loses its alif.
 */
const conjunction = '[وف]?';
const preposition = '[بلك]?';
const article = 'ال';

/** The least letters of a name without the article: a shorter one may be part of another word by chance. */
const leastLetters = 4;

/** Extends the pattern of a name with the words that may be attached to it in Arabic. */
export function withAttached(name: string, pattern: string): string {
  if (!/^\p{sc=Arab}{2}/u.test(name)) return pattern;
  if (name.startsWith(article)) return `${conjunction}(?:[بك]?${article}|لل)${pattern.slice(article.length)}`;
  return name.length < leastLetters ? pattern : `${conjunction}${preposition}${pattern}`;
}

/** The names that words found by {@link withAttached} may mean, the likeliest first. */
export function namesWithin(words: string): string[] {
  const [, rest = words] = /^[وف](.+)$/s.exec(words) ?? [];
  return [words, rest].flatMap((one) => [
    one,
    ...(/^[بلك]/.test(one) ? [one.slice(1)] : []),
    ...(one.startsWith('لل') ? [`${article}${one.slice(2)}`] : []),
  ]);
}

/**
 * Whether a list of entity tags, the value of If-None-Match or If-Match, names a tag (RFC 9110, §8.8.3.2).
 *
 * @param kind A `weak` comparison treats `W/"x"` as `"x"`; a `strong` one never matches a weak tag.
 */
export function matchesEtag(list: string, tag: string, kind: 'weak' | 'strong'): boolean {
  if (list.trim() === '*') return true;
  return [...list.matchAll(/(W\/)?("[^"]*")/g)].some(
    ([, weak, opaque]) => opaque === tag && (kind === 'weak' || weak === undefined),
  );
}

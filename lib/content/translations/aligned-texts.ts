import { diffArrays } from 'diff';

/**
 * The texts of a translated list for the entries that its original has now: the translation was made from an earlier list,
 * in which entries may have been added, taken out or changed since.
 *
 * @param then The entries of the list that was translated, one for each text.
 * @param now The entries that the list has now.
 * @param texts The translation of each of those then.
 * @returns The text of each entry of now; `undefined` for one that is new. An entry that was changed keeps the text of the one
 * in its place.
 */
export function alignedTexts(
  then: readonly string[],
  now: readonly string[],
  texts: readonly string[],
): (string | undefined)[] {
  const aligned: (string | undefined)[] = [];
  let at = 0;
  let removed = 0;
  for (const { value, added, removed: isGone } of diffArrays([...then], [...now])) {
    if (isGone) {
      removed = value.length;
      continue;
    }
    if (added) {
      // Of several that have changed nobody can tell which became which.
      const isChange = removed === value.length;
      aligned.push(...value.map((_, index) => (isChange ? texts[at + index] : undefined)));
      at += removed;
    } else {
      at += removed;
      aligned.push(...texts.slice(at, at + value.length));
      at += value.length;
    }
    removed = 0;
  }
  return aligned;
}

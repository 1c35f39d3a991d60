/** What programs put between the name of a file and its ending when they copy it, or find it changed in two places. */
const copied =
  /^(.+?)(?: \(\d+\)|(?: -)? copy(?: \(?\d+\)?)?| \([^)]*conflicted copy[^)]*\)|\.sync-conflict-\d+-\d+-\w+)(\.\w+)$/i;

/**
 * What to do about a file whose name a program has made for a copy, such as `1-pier (1).md`; `undefined` if the name is
 * not one of those.
 */
export function adviceOnCopy(name: string): string | undefined {
  const [, stem, ending] = copied.exec(name) ?? [];
  if (stem === undefined || ending === undefined) return undefined;
  return `"${name}" looks like a copy of ${stem}${ending}. Take over what is new in it, then delete it.`;
}

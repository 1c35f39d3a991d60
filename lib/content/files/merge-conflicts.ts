/** A merge conflict that was left in a file: the line on which it begins, and the message for an editor. */
export type Conflict = { line: number; message: string };

/** git's markers: seven signs, followed by a name in all but the middle one. */
const marker = /^(?:<{7}|>{7}|\|{7})(?: |$)|^={7}$/;

/** Whether the lines of a file may hold a merge conflict. */
export function mayHaveConflicts(lines: readonly string[]): boolean {
  return lines.some((line) => /^[<>]{7}(?: |$)/.test(line));
}

/**
 * The merge conflicts in the lines of a file, each reported once.
 *
 * Seven equals signs alone are Markdown for a heading: they count only if another marker is there, too.
 *
 * @param isCode Whether a line, counted from 1, is code, in which the markers may be the subject of the text.
 */
export function conflictsIn(lines: readonly string[], isCode: (line: number) => boolean = () => false): Conflict[] {
  const found: Conflict[] = [];
  const found7 = lines.flatMap((text, index) =>
    marker.test(text) && !isCode(index + 1) ? [{ sign: text[0] ?? '', line: index + 1 }] : [],
  );
  if (!found7.some(({ sign }) => sign === '<' || sign === '>')) return [];
  let begin: number | undefined;
  const alone = (sign: string, line: number) =>
    found.push({
      line,
      message: `A marker of a merge conflict (${sign.repeat(7)}) is here alone. Delete the line, and check that the text around it is complete.`,
    });
  for (const { sign, line } of found7) {
    if (sign === '<') {
      if (begin !== undefined) alone('<', begin);
      begin = line;
    } else if (begin === undefined) alone(sign, line);
    else if (sign === '>') {
      found.push({
        line: begin,
        message: `A merge conflict begins here and ends in line ${line}. Keep one of its two versions, and delete the lines of <<<<<<<, ======= and >>>>>>>.`,
      });
      begin = undefined;
    }
  }
  if (begin !== undefined) alone('<', begin);
  return found;
}

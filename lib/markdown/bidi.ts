/** A direction mark without its partner. */
export type UnpairedMark = { index: number; name: string; opens: boolean };

const marks: Record<string, { name: string; closedBy?: string }> = {
  '\u202a': { name: 'U+202A (left-to-right embedding)', closedBy: '\u202c' },
  '\u202b': { name: 'U+202B (right-to-left embedding)', closedBy: '\u202c' },
  '\u202d': { name: 'U+202D (left-to-right override)', closedBy: '\u202c' },
  '\u202e': { name: 'U+202E (right-to-left override)', closedBy: '\u202c' },
  '\u2066': { name: 'U+2066 (left-to-right isolate)', closedBy: '\u2069' },
  '\u2067': { name: 'U+2067 (right-to-left isolate)', closedBy: '\u2069' },
  '\u2068': { name: 'U+2068 (first strong isolate)', closedBy: '\u2069' },
  '\u202c': { name: 'U+202C (pop directional formatting)' },
  '\u2069': { name: 'U+2069 (pop directional isolate)' },
};

/**
 * The embeddings, overrides and isolates of a paragraph that are not closed in it, and those that close nothing.
 *
 * By the Unicode bidirectional algorithm (UAX #9, X5 to X7) the end of an isolate closes whatever was opened in it;
 * that is still reported, since a writer who closes one mark meant to close the other. Joiners and plain direction
 * marks (U+200E, U+200F, U+061C) open nothing and are never reported.
 */
export function unpairedMarks(text: string): UnpairedMark[] {
  const open: { index: number; name: string; closedBy: string }[] = [];
  const unpaired: UnpairedMark[] = [];
  /** How many open marks each closing mark could close, so that no search for a partner is in vain. */
  const waiting = new Map<string, number>();
  const wait = (mark: string, change: number) => waiting.set(mark, (waiting.get(mark) ?? 0) + change);
  for (const { 0: mark, index } of text.matchAll(/[\u202a-\u202e\u2066-\u2069]/g)) {
    const { name = '', closedBy } = marks[mark] ?? {};
    if (closedBy !== undefined) {
      open.push({ index, name, closedBy });
      wait(closedBy, 1);
      continue;
    }
    if (!waiting.get(mark)) {
      unpaired.push({ index, name, opens: false });
      continue;
    }
    const [partner, ...left] = open.splice(open.findLastIndex((other) => other.closedBy === mark));
    for (const one of [partner, ...left]) if (one) wait(one.closedBy, -1);
    for (const { index, name } of left) unpaired.push({ index, name, opens: true });
  }
  return [...unpaired, ...open.map(({ index, name }) => ({ index, name, opens: true }))].sort(
    (a, b) => a.index - b.index,
  );
}

/** What to tell an editor about such a mark. */
export function explainMark({ name, opens }: UnpairedMark): string {
  return opens
    ? `The invisible ${name} begins here and does not end in this paragraph, so text may be shown in a different order. Delete it.`
    : `The invisible ${name} closes nothing that begins in this paragraph. Delete it.`;
}

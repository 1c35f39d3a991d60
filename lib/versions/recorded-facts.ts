import type { OwnPart, Part, PartName } from '../model/recorded-part.ts';

/**
 * What readers see besides the words of an article. Versions from before these parts were recorded have none of
 * them; every later one has the byline, or in a translation the translator.
 */
const facts: ReadonlySet<PartName> = new Set([
  'byline',
  'published',
  'kind',
  'map',
  'pictures',
  'order',
] satisfies OwnPart[]);

/** Whether a part is a fact, whose words are not part of the text. */
export function isFact(name: PartName): boolean {
  return facts.has(name);
}

/**
 * An earlier text in a form that can be compared with a later one. Missing facts are taken from the later one, and so
 * are those that say the same: ids whose names have changed, an instant in another time zone, sections in the same
 * order with others added or removed.
 */
export function aligned(before: readonly Part[], after: readonly Part[]): Part[] {
  const later = after.filter(({ name }) => isFact(name));
  if (before.length === 0 || later.length === 0) return [...before];
  if (!before.some(({ name }) => name === 'byline' || name === 'translator')) return [...before, ...later];
  return before.map((part) => {
    const other = later.find(({ name }) => name === part.name);
    return other && saysTheSame(part, other) ? other : part;
  });
}

function saysTheSame(part: Part, other: Part): boolean {
  if (part.markdown === other.markdown) return true;
  if (part.name === 'published') return Date.parse(part.markdown) === Date.parse(other.markdown);
  if (part.name !== 'order') return withoutNames(part.markdown) === withoutNames(other.markdown);
  const [old, current] = [idsOf(part.markdown), idsOf(other.markdown)];
  const common = (ids: readonly string[], others: readonly string[]) => ids.filter((id) => others.includes(id));
  return common(old, current).join() === common(current, old).join();
}

const named = /^- \[.*\]\(([a-z0-9-]+)\)$/gm;

/** A list of names with ids, reduced to the ids. */
function withoutNames(markdown: string): string {
  return markdown.replace(named, '- $1');
}

function idsOf(markdown: string): string[] {
  return [...markdown.matchAll(named)].flatMap(([, id]) => id ?? []);
}

/** A list of names with changed ids replaced. */
export function withOtherIds(markdown: string, otherId: (id: string) => string | undefined): string {
  return markdown.replace(named, (line, id: string) => {
    const other = otherId(id);
    return other === undefined ? line : `${line.slice(0, -id.length - 2)}(${other})`;
  });
}

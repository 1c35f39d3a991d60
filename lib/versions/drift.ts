import type { Drift, Version } from '../model/model.ts';
import type { Part, PartName } from '../model/recorded-part.ts';
import { changedParts } from './compare.ts';
import { aligned, isFact } from './recorded-facts.ts';

/**
 * The parts of an original whose words have changed since the version that a translation was made from, in the order of the
 * latest version; those that are gone are the last. Minor versions never count, except for what was changed under embargo, which
 * nobody called minor; nor does what is no text, such as the date of a source, or what was changed and changed back.
 *
 * @param record The original's, oldest first.
 * @param translates The number of the version that was translated.
 */
export function driftSince(record: readonly Version[], translates: number): Drift[] {
  const base = record[translates - 1];
  const latest = record.at(-1);
  if (!base || !latest) return [];
  const changes = new Map<PartName, Drift['versions']>();
  for (const [index, version] of record.entries()) {
    const before = record[index - 1];
    if (index < translates || !before) continue;
    const { number, recorded, scheduled } = version;
    const kind = scheduled ? 'update' : version.kind;
    if (kind === 'minor' || kind === 'publish') continue;
    for (const name of changedTexts(before.parts, version.parts)) {
      changes.set(name, [...(changes.get(name) ?? []), { number, kind, recorded }]);
    }
  }
  return changedTexts(base.parts, latest.parts).flatMap((part) => {
    const versions = changes.get(part);
    const has = (parts: readonly Part[]) => parts.some(({ name }) => name === part);
    const change = !has(base.parts) ? 'new' : has(latest.parts) ? 'changed' : 'gone';
    return versions ? { part, change, versions } : [];
  });
}

/** The names of the parts whose words are not the same in both. */
function changedTexts(before: readonly Part[], after: readonly Part[]): PartName[] {
  const words = (parts: readonly Part[]) => parts.filter(({ name }) => !isFact(name)).map(withoutFacts);
  return changedParts(words(aligned(before, after)), words(after));
}

/** A part without the dates and addresses in it, which a translation has from its original. */
function withoutFacts({ name, markdown }: Part): Part {
  if (name === 'timeline') return { name, markdown: markdown.replace(/^([-*]) \S+ /gm, '$1 ') };
  if (name === 'sources') return { name, markdown: markdown.replace(/ \([^()]*\)(?: <[^>]*>)?$/gm, '') };
  return name === 'partners' || name === 'first published'
    ? { name, markdown: markdown.replace(/ <[^>]*>$/gm, '') }
    : { name, markdown };
}

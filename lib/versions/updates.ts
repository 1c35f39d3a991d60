import type { Section, Version } from '../model/model.ts';
import type { PartName } from '../model/recorded-part.ts';
import { changedParts } from './compare.ts';
import { sectionOf } from './version-body.ts';

/** A published update or correction, and the sections that it changed, in order. */
export type Update = { version: Version; sections: Section[] };

/** The latest changes of an article: the newest for its head, and the newest of each section. */
export type Updates = { latest: Update | undefined; bySection: ReadonlyMap<string, Version> };

/**
 * The updates and corrections of an article, from its record. Minor versions are only in the record.
 *
 * @param sections The current sections; a former id leads to the section that has it as an alias.
 */
export function updatesOf(record: readonly Version[], sections: readonly Section[]): Updates {
  const bySection = new Map<string, Version>();
  let latest: Update | undefined;
  for (const [index, version] of record.entries()) {
    const before = record[index - 1];
    if (!before || version.kind === 'minor') continue;
    const ids = new Set(changedParts(before.parts, version.parts).flatMap((name) => sectionOf(name) ?? []));
    const changed = sections.filter(({ id, aliases }) => [id, ...aliases].some((name) => ids.has(name)));
    for (const { id } of changed) bySection.set(id, version);
    latest = { version, sections: changed };
  }
  return { latest, bySection };
}

/** The id of a part of the text on a version's page. */
export function partId(name: PartName): string {
  return name.replace(' ', '-');
}

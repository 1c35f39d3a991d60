import type { Section, Version } from '../model/model.ts';
import type { PartName } from '../model/recorded-part.ts';
import { changedParts } from './compare.ts';
import { sectionOf } from './version-body.ts';

/** An update or a correction that readers are told of, and the sections that it changed, in their order. */
export type Update = { version: Version; sections: Section[] };

/** What was said about an article's last changes: the newest for the head, and the newest of each section. */
export type Updates = { latest: Update | undefined; bySection: ReadonlyMap<string, Version> };

/**
 * The updates and corrections of an article, from its record. Minor versions are in the record and nowhere else.
 *
 * @param sections The sections as they are now; a former id leads to the section that has it as an alias.
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

/** Where a part of the text stands on a version's page. */
export function partId(name: PartName): string {
  return name.replace(' ', '-');
}

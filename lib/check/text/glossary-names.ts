import type { Entries } from '../../content/load-catalogue.ts';
import type { GlossaryEntry } from '../../model/model.ts';

/** The names and aliases of the glossary: all of them, and those of people and organisations, who can speak. */
export type GlossaryNames = { all: ReadonlySet<string>; speakers: readonly string[] };

/** The names of a glossary; faulty files have none. */
export function namesIn(glossary: Entries<GlossaryEntry>): GlossaryNames {
  const entries = [...glossary.values()].flatMap((entry) => entry ?? []);
  const namesOf = ({ name, aliases }: GlossaryEntry) => [name, ...aliases];
  return {
    all: new Set(entries.flatMap(namesOf)),
    speakers: entries.filter(({ kind }) => kind !== 'place').flatMap(namesOf),
  };
}

import type { GlossaryEntry } from '../../model/model.ts';

/** The names and aliases of the glossary: all of them, and those of people and organisations, who can speak. */
export type GlossaryNames = { all: ReadonlySet<string>; speakers: readonly string[] };

type Glossary = ReadonlyMap<string, GlossaryEntry | undefined>;

/** The names that were found before: each article asks for those of the same glossary. */
const known = new WeakMap<Glossary, GlossaryNames>();

const none: GlossaryNames = { all: new Set(), speakers: [] };

/** The names of a glossary; faulty files have none. */
export function namesIn(glossary: Glossary | undefined): GlossaryNames {
  if (!glossary) return none;
  const names = known.get(glossary) ?? findNames(glossary);
  known.set(glossary, names);
  return names;
}

function findNames(glossary: Glossary): GlossaryNames {
  const entries = [...glossary.values()].flatMap((entry) => entry ?? []);
  const namesOf = ({ name, aliases }: GlossaryEntry) => [name, ...aliases];
  return {
    all: new Set(entries.flatMap(namesOf)),
    speakers: entries.filter(({ kind }) => kind !== 'place').flatMap(namesOf),
  };
}

import type { Words } from '@/lib/languages/words.ts';
import type { GlossaryEntry } from '@/lib/model/model.ts';

type Props = { entry: GlossaryEntry; words: Pick<Words, 'entryKinds'> };

/** A glossary entry in a line: its role, or its kind if it has none, and its country. */
export function EntryFacts({ entry: { kind, role, country }, words }: Props) {
  return (
    <p className="text-soft">
      {role ?? words.entryKinds[kind]}
      {country !== undefined && ` · ${country}`}
    </p>
  );
}

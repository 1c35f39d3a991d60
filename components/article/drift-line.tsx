import type { Words } from '@/lib/languages/words.ts';
import { type DateStyle, showDay } from '@/lib/model/dates.ts';
import type { Drift } from '@/lib/model/model.ts';
import type { Instant } from '@/lib/model/moment.ts';

/** What of an original has changed since it was translated, and where readers can see that. */
export type ShownDrift = {
  behind: readonly Drift[];
  /** When the translation was recorded last, or else the version that it translates. */
  translated: Instant;
  /** The address of a version of the original. */
  changes: (version: number) => string;
  /** The language of the original. */
  lang: string;
};

type Props = {
  drift: ShownDrift;
  /** The id of the section above which the line is; the line of the whole article is about all parts. */
  section?: string;
  dateStyle: DateStyle;
  words: Pick<Words, 'drift' | 'seeChanges'>;
};

/** Says that the original was corrected or updated since it was translated; nothing if it was not. */
export function DriftLine({ drift, section, dateStyle, words }: Props) {
  const parts = drift.behind.filter(({ part }) => section === undefined || part === `section ${section}`);
  const versions = parts.flatMap((part) => part.versions).sort((a, b) => a.number - b.number);
  const last = versions.findLast(({ kind }) => kind === 'correction') ?? versions.at(-1);
  if (!last) return null;
  const [on, of] = [last.recorded, drift.translated].map((instant) => showDay(instant, dateStyle).text);
  const sentences = section === undefined ? words.drift : words.drift.here;
  const sentence = sentences[last.kind === 'correction' ? 'corrected' : 'updated'];
  const place = section === undefined ? '' : `#section-${section}`;
  return (
    <p className={section === undefined ? 'part-update mbs-3' : 'part-update'}>
      {sentence(on ?? '', of ?? '')}{' '}
      <a href={drift.changes(last.number) + place} hrefLang={drift.lang}>
        {words.seeChanges}
      </a>
    </p>
  );
}

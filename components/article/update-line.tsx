import type { Words } from '@/lib/languages/words.ts';
import { type DateStyle, showDay } from '@/lib/model/dates.ts';
import type { Update } from '@/lib/versions/updates.ts';
import { ShownTime } from '../furniture/shown-time.tsx';

type Props = {
  update: Update;
  /** The address of the page that shows what changed. */
  changes: string;
  dateStyle: DateStyle;
  words: Pick<Words, 'comma' | 'updated' | 'corrected' | 'seeChanges'>;
};

/**
 * When the article was last updated or corrected, and where: `Updated 20 January 2026: Northeast Syria`. A section
 * states itself why it changed; if none changed, this line does.
 */
export function UpdateLine({ update: { version, sections }, changes, dateStyle, words }: Props) {
  return (
    <span className="updated text-ink">
      <UpdateDate version={version} dateStyle={dateStyle} words={words} />
      {sections.map(({ id, title }, index) => (
        <span key={id}>
          {index === 0 ? ': ' : words.comma}
          <a href={`#${id}`}>{title}</a>
        </span>
      ))}
      {sections.length === 0 && (
        <>
          : {version.note} <a href={changes}>{words.seeChanges}</a>
        </>
      )}
    </span>
  );
}

/** The day of an update, in a phrase of the language. */
export function UpdateDate({
  version: { kind, recorded },
  dateStyle,
  words,
}: Pick<Update, 'version'> & { dateStyle: DateStyle; words: Pick<Words, 'updated' | 'corrected'> }) {
  const sentence = kind === 'correction' ? words.corrected : words.updated;
  const [before = '', after = ''] = sentence(slot).split(slot);
  return (
    <>
      {before}
      <ShownTime date={showDay(recorded, dateStyle)} />
      {after}
    </>
  );
}

const slot = '\u0000';

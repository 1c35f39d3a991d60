import type { ReactNode } from 'react';
import { ownDirection } from '@/lib/languages/direction.ts';
import type { Words } from '@/lib/languages/words.ts';
import type { DateStyle } from '@/lib/model/dates.ts';
import type { Section, Version } from '@/lib/model/model.ts';
import { Prose } from './prose.tsx';
import { UpdateDate } from './update-line.tsx';

type Props = {
  section: Section;
  /** The version in which it was last updated or corrected. */
  version: Version | undefined;
  /** The line on what of its original has changed since it was translated. */
  drift?: ReactNode;
  /** Whether it is the latest announced change: older ones are shown less prominently. */
  isLatest: boolean;
  /** The address of the part of a version that shows what changed here. */
  changes: (version: number) => string;
  dateStyle: DateStyle;
  words: Pick<Words, 'dir' | 'permalink' | 'updated' | 'corrected' | 'seeChanges'>;
};

/** A section of the article; its former ids lead to it, too. */
export function ArticleSection({
  section: { id, title, aliases, html },
  version,
  drift,
  isLatest,
  changes,
  dateStyle,
  words,
}: Props) {
  return (
    <section className="part" id={id}>
      {aliases.map((alias) => (
        <span key={alias} id={alias} />
      ))}
      <div className="part-head">
        <h2 className="part-title" dir={ownDirection(title, words.dir)}>
          {title}
        </h2>
        <a href={`#${id}`} className="permalink" aria-label={words.permalink(title)}>
          #
        </a>
      </div>
      {version && (
        <p className={isLatest ? 'part-update' : 'part-update text-soft'}>
          <UpdateDate version={version} dateStyle={dateStyle} words={words} />: {version.note}{' '}
          <a href={changes(version.number)}>{words.seeChanges}</a>
        </p>
      )}
      {drift}
      <Prose html={html} />
    </section>
  );
}

import { Fragment } from 'react';
import type { Words } from '@/lib/languages/words.ts';
import { type DateStyle, showInstant } from '@/lib/model/dates.ts';
import type { RecordedCorrection } from '@/lib/model/model.ts';
import { ShownTime } from '../furniture/shown-time.tsx';
import { MarkedWords } from './marked-words.tsx';

type Props = {
  correction: RecordedCorrection;
  /** The address of the page that shows what changed. */
  changes: string;
  dateStyle: DateStyle;
  words: Pick<Words, 'correctionWas' | 'correctionIs' | 'seeChanges'>;
};

/** A correction: when, why, and each passage before and after. */
export function CorrectionText({
  correction: { recorded, note, redactions, passages },
  changes,
  dateStyle,
  words,
}: Props) {
  const reasons = redactions.map(({ reason }) => reason);
  return (
    <div className="correction">
      <p className="text-soft">
        <ShownTime date={showInstant(recorded, dateStyle)} />
      </p>
      <p>{note}</p>
      <dl>
        {passages.map(({ was, is }, index) => (
          <Fragment key={index}>
            <dt>{words.correctionWas}</dt>
            <dd>
              <MarkedWords as="del" text={was} reasons={reasons} />
            </dd>
            <dt>{words.correctionIs}</dt>
            <dd>
              <MarkedWords as="ins" text={is} reasons={reasons} />
            </dd>
          </Fragment>
        ))}
      </dl>
      <p>
        <a href={changes}>{words.seeChanges}</a>
      </p>
    </div>
  );
}

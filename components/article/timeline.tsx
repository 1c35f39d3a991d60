import type { Words } from '@/lib/languages/words.ts';
import { pageIds } from '@/lib/markdown/page-ids.ts';
import { type DateStyle, showMoment, showTime } from '@/lib/model/dates.ts';
import type { Section, TimelineEntry } from '@/lib/model/model.ts';
import { type TimelineStep, timelineSteps } from '@/lib/publication/timeline.ts';
import { ShownTime } from '../furniture/shown-time.tsx';

type Props = {
  entries: readonly TimelineEntry[];
  sections: readonly Section[];
  dateStyle: DateStyle;
  words: Pick<Words, 'timeline'>;
};

/** The timeline, a step for each date, with links to the sections that say more. */
export function Timeline({ entries, sections, dateStyle, words }: Props) {
  return (
    <section className="part" id={pageIds.timeline}>
      <h2 className="part-title">{words.timeline}</h2>
      <ol className="timeline">
        {timelineSteps(entries, sections, dateStyle.timeZone).map((step, index) => (
          <li key={`${index} ${step.when.value}`} className={classOf(step)}>
            <ShownTime date={showMoment(step.when, dateStyle)} />
            <Events step={step} dateStyle={dateStyle} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** A month looks different from a day, and so does the line before a long pause. */
function classOf({ when, pause }: TimelineStep): string | undefined {
  if (when.precision === 'month') return pause ? 'some-day pause' : 'some-day';
  return pause ? 'pause' : undefined;
}

function Events({ step: { events }, dateStyle }: { step: TimelineStep; dateStyle: DateStyle }) {
  const [first, ...others] = events;
  if (first && others.length === 0)
    return (
      <p>
        <Event event={first} dateStyle={dateStyle} />
      </p>
    );
  return (
    <ol>
      {events.map((event, index) => (
        <li key={index}>
          <Event event={event} dateStyle={dateStyle} />
        </li>
      ))}
    </ol>
  );
}

type EventProps = { event: TimelineStep['events'][number]; dateStyle: DateStyle };

function Event({ event: { at, text, section }, dateStyle }: EventProps) {
  return (
    <>
      {at !== undefined && <ShownTime date={showTime(at, dateStyle)} />} {text}{' '}
      {section && <a href={`#${section.id}`}>{section.title}</a>}
    </>
  );
}

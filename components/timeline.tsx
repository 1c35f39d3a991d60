import { type DateStyle, showMoment } from '@/lib/article/dates.ts';
import type { TimelineEntry } from '@/lib/content/model.ts';
import type { Words } from '@/lib/languages/words.ts';
import { ShownTime } from './shown-time.tsx';

type Props = { entries: readonly TimelineEntry[]; dateStyle: DateStyle; words: Pick<Words, 'timeline'> };

/** What happened when, in the order of the front matter. */
export function Timeline({ entries, dateStyle, words }: Props) {
  return (
    <section className="part" id="timeline">
      <h2 className="part-title">{words.timeline}</h2>
      <ol className="timeline">
        {entries.map(({ when, text, section }) => (
          <li key={`${when.value} ${text}`}>
            <ShownTime date={showMoment(when, dateStyle)} />
            <p>{section === undefined ? text : <a href={`#${section}`}>{text}</a>}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

import type { Words } from '@/lib/languages/words.ts';
import { type DateStyle, showInstant } from '@/lib/model/dates.ts';
import { formatProblem } from '@/lib/model/problem.ts';
import type { Preview, Remark } from '@/lib/publication/publish.ts';

type Props = { remark: Remark; now: Preview['now']; dateStyle: DateStyle; words: Words };

/** The note above an article of the preview: why readers do not see it, or not like this, and from when they will. */
export function PreviewNote({ remark, now, dateStyle, words }: Props) {
  const { mark } = words.preview[remark.kind];
  return (
    <aside className="preview-note" aria-label={mark}>
      <p>
        <strong>{mark}.</strong> {noteOf(remark)}
      </p>
    </aside>
  );

  function noteOf(said: Remark): string {
    if (said.kind === 'unrecorded') return formatProblem(said.problem);
    const date = showInstant(said.published, dateStyle).text;
    if (said.kind === 'embargoed') return words.preview.embargoed.until(date);
    return said.published > now ? words.preview.draft.until(date) : words.preview.draft.always;
  }
}

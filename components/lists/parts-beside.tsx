import { ownDirection } from '@/lib/languages/direction.ts';
import type { Words } from '@/lib/languages/words.ts';
import type { Urls } from '@/lib/model/urls.ts';
import type { BesidePart } from '@/lib/publication/find.ts';

type Props = { beside: BesidePart; urls: Urls; words: Pick<Words, 'dir' | 'series'> };

/** Links at the end of one part of a series to the others. */
export function PartsBeside({ beside: { series, previous, next }, urls, words }: Props) {
  const parts = [
    { part: previous, title: words.series.previous, rel: 'prev' },
    { part: next, title: words.series.next, rel: 'next' },
  ];
  return (
    <nav className="parts" aria-label={series.name}>
      <p className="label">
        <a href={urls.series(series.id)} className="kicker">
          {series.name}
        </a>
      </p>
      {parts.map(
        ({ part, title, rel }) =>
          part && (
            <p key={rel}>
              {title}{' '}
              <a href={urls.article(part.slug)} rel={rel} dir={ownDirection(part.title, words.dir)}>
                {part.title}
              </a>
            </p>
          ),
      )}
    </nav>
  );
}

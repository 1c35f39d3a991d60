import type { Words } from '@/lib/languages/words.ts';
import type { BesidePage } from '@/lib/model/list-pages.ts';

type Props = { beside: BesidePage; words: Pick<Words, 'articlePages' | 'older' | 'newer' | 'newest'> };

/** Links to the previous and the next page of a list. */
export function Pager({ beside: { older, newer, newest }, words }: Props) {
  return (
    <nav aria-label={words.articlePages} className="pager">
      {newer !== undefined && (
        <a href={newer} rel="next">
          {words.newer}
        </a>
      )}
      {newest !== undefined && <a href={newest}>{words.newest}</a>}
      {older !== undefined && (
        <a href={older} rel="prev">
          {words.older}
        </a>
      )}
    </nav>
  );
}

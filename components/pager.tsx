import type { Words } from '@/lib/languages/words.ts';

type Props = {
  /** The address of the page with older articles, where there is one. */
  older: string | undefined;
  newer: string | undefined;
  words: Pick<Words, 'articlePages' | 'older' | 'newer'>;
};

/** The way to the articles before and after those of a list. */
export function Pager({ older, newer, words }: Props) {
  return (
    <nav
      aria-label={words.articlePages}
      className="mbs-8 flex justify-between gap-6 font-sans text-small font-semibold"
    >
      {newer !== undefined && (
        <a href={newer} rel="next" className="py-1">
          {words.newer}
        </a>
      )}
      {older !== undefined && (
        <a href={older} rel="prev" className="py-1">
          {words.older}
        </a>
      )}
    </nav>
  );
}

import { Fragment } from 'react';
import { joinedParts } from '@/lib/languages/join-names.ts';
import type { Words } from '@/lib/languages/words.ts';
import type { Named } from '@/lib/model/model.ts';
import type { Urls } from '@/lib/model/urls.ts';

type Props = { authors: readonly Named[]; lang: string; urls: Urls; words: Pick<Words, 'by'> };

const slot = '\u0000';

/** The authors of the article, each name a link, as a list in its language. */
export function Byline({ authors, lang, urls, words }: Props) {
  const [before = '', after = ''] = words.by(slot).split(slot);
  const list = joinedParts(
    authors.map(({ id }) => id),
    lang,
  );
  return (
    <span>
      {before}
      {list.map(({ type, value }, index) => {
        const author = type === 'element' ? authors.find(({ id }) => id === value) : undefined;
        return author ? (
          <a key={author.id} href={urls.author(author.id)} rel="author" className="font-semibold text-ink">
            {author.name}
          </a>
        ) : (
          <Fragment key={`${index}${value}`}>{value}</Fragment>
        );
      })}
      {after}
    </span>
  );
}

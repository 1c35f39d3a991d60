import { Fragment } from 'react';
import { joinedParts } from '@/lib/languages/join-names.ts';
import type { Words } from '@/lib/languages/words.ts';
import type { Teaser } from '@/lib/model/model.ts';

type Props = {
  article: Pick<Teaser, 'partners' | 'firstPublished' | 'translation'>;
  lang: string;
  words: Pick<Words, 'partners' | 'firstPublished' | 'translatedBy'>;
};

/** The partners of an article, who published it first, and who translated it; nothing if there is none of them. */
export function Credits({ article: { partners, firstPublished, translation }, lang, words }: Props) {
  const [beforePartners = '', afterPartners = ''] = words.partners(slot).split(slot);
  const [before = '', after = ''] = words.firstPublished(slot).split(slot);
  const names = joinedParts(
    partners.map(({ name }) => name),
    lang,
  );
  return (
    <>
      {partners.length > 0 && (
        <>
          <br />
          {beforePartners}
          {names.map(({ value }, index) => {
            const url = partners.find(({ name }) => name === value)?.url;
            return (
              <Fragment key={`${index}${value}`}>{url === undefined ? value : <a href={url}>{value}</a>}</Fragment>
            );
          })}
          {afterPartners}
        </>
      )}
      {firstPublished && (
        <>
          <br />
          {before}
          <a href={firstPublished.url}>{firstPublished.by}</a>
          {after}
        </>
      )}
      {translation && (
        <>
          <br />
          {words.translatedBy(translation.translator)}
        </>
      )}
    </>
  );
}

const slot = '\u0000';

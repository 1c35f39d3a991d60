import { Fragment } from 'react';
import type { Words } from '@/lib/languages/words.ts';
import type { DateStyle } from '@/lib/model/dates.ts';
import type { Named } from '@/lib/model/model.ts';
import type { Urls } from '@/lib/model/urls.ts';
import type { Brief } from '@/lib/publication/teaser-digest.ts';
import { BriefList } from './brief-list.tsx';

type Props = {
  topics: readonly Named[];
  /** The related articles; may be empty. */
  articles: readonly Brief[];
  dateStyle: DateStyle;
  urls: Urls;
  words: Pick<Words, 'dir' | 'kinds' | 'labels' | 'moreOnThis' | 'topics'>;
};

/** What to read next, at the end of an article: related articles, and its topics. */
export function MoreOnThis({ topics, articles, dateStyle, urls, words }: Props) {
  return (
    <nav className="more" aria-label={words.moreOnThis}>
      {articles.length > 0 && (
        <>
          <h2 className="part-title">{words.moreOnThis}</h2>
          <BriefList articles={articles} dateStyle={dateStyle} urls={urls} words={words} />
        </>
      )}
      <p className="more-topics">
        {words.topics}
        {topics.map(({ id, name }) => (
          <Fragment key={id}>
            {' '}
            <a href={urls.topic(id)}>{name}</a>
          </Fragment>
        ))}
      </p>
    </nav>
  );
}

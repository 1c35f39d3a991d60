import { Fragment } from 'react';
import type { Words } from '@/lib/languages/words.ts';
import type { DateStyle } from '@/lib/model/dates.ts';
import type { Named } from '@/lib/model/model.ts';
import type { Urls } from '@/lib/model/urls.ts';
import type { Brief } from '@/lib/publication/teaser-digest.ts';
import { BriefList } from './brief-list.tsx';

type Props = {
  topics: readonly Named[];
  /** Other articles that share most with this one; there may be none. */
  articles: readonly Brief[];
  dateStyle: DateStyle;
  urls: Urls;
  words: Pick<Words, 'dir' | 'kinds' | 'labels' | 'moreOnThis' | 'topics'>;
};

/** Where a reader may go on from the end of an article: others like it, and all that there is on its topics. */
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

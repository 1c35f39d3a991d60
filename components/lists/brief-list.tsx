import type { Words } from '@/lib/languages/words.ts';
import { type DateStyle, showDay } from '@/lib/model/dates.ts';
import type { Urls } from '@/lib/model/urls.ts';
import { rowPlaces } from '@/lib/publication/list-layout.ts';
import type { Brief } from '@/lib/publication/teaser-digest.ts';
import { ListPicture } from './list-picture.tsx';
import { Teaser } from './teaser.tsx';

type Props = {
  articles: readonly Brief[];
  /** Whether it is as wide as the page, with a row layout. */
  inRows?: boolean;
  dateStyle: DateStyle;
  urls: Urls;
  words: Pick<Words, 'dir' | 'kinds' | 'labels'>;
};

/** A few articles to read next, each with one link, its picture beside it and its day. */
export function BriefList({ articles, inRows = false, dateStyle, urls, words }: Props) {
  const places = rowPlaces(articles.length);
  return (
    <ol className={inRows ? 'teasers' : undefined}>
      {articles.map((article, index) => (
        <Teaser
          key={article.slug}
          article={article}
          className={inRows ? `span-${places[index]?.span}${places[index]?.isAlone ? ' alone' : ''}` : ''}
          picture={
            article.picture?.kind === 'image' && <ListPicture picture={article.picture} place="thumb" urls={urls} />
          }
          level={3}
          date={showDay(article.published, dateStyle)}
          urls={urls}
          words={words}
        />
      ))}
    </ol>
  );
}

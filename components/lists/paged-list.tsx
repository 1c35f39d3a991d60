import type { Words } from '@/lib/languages/words.ts';
import type { DateStyle } from '@/lib/model/dates.ts';
import { besidePage, type ListPage, type PageAddress } from '@/lib/model/list-pages.ts';
import type { KeyPoint } from '@/lib/model/model.ts';
import type { Instant } from '@/lib/model/moment.ts';
import type { Urls } from '@/lib/model/urls.ts';
import type { ListMaps } from '@/lib/publication/list-maps.ts';
import type { Listed } from '@/lib/publication/teaser-digest.ts';
import { ArticleList } from './article-list.tsx';
import { Pager } from './pager.tsx';
import { PointsOfOne } from './points-of-one.tsx';

type Props = {
  page: ListPage<Listed>;
  /** The address of the list. */
  address: PageAddress;
  /** The maps of a page whose first article is the lead; without them there is no lead. */
  maps?: ListMaps;
  /** The key points of the only article of the list. */
  points?: readonly KeyPoint[];
  now: Instant;
  dateStyle: DateStyle;
  urls: Urls;
  words: Words;
};

/** A page of a list of articles, and links to the others, if any. */
export function PagedList({ page, address, maps, points = [], now, dateStyle, urls, words }: Props) {
  return (
    <>
      <ArticleList
        articles={page.entries}
        level={2}
        maps={maps}
        now={now}
        dateStyle={dateStyle}
        urls={urls}
        words={words}
      />
      {points.length > 0 && <PointsOfOne points={points} words={words} />}
      {(page.older || page.newer) && <Pager beside={besidePage(page, address)} words={words} />}
    </>
  );
}

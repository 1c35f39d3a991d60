import type { ReactNode } from 'react';
import type { Words } from '@/lib/languages/words.ts';
import type { SmallMap as DrawnSmall } from '@/lib/map/small-map.ts';
import type { DateStyle } from '@/lib/model/dates.ts';
import type { Instant } from '@/lib/model/moment.ts';
import type { Urls } from '@/lib/model/urls.ts';
import type { PicturePlace } from '@/lib/pictures/picture-markup.ts';
import { listLayout, type Place } from '@/lib/publication/list-layout.ts';
import { type ListMaps, noMaps } from '@/lib/publication/list-maps.ts';
import { type Listed, portraitOf } from '@/lib/publication/teaser-digest.ts';
import { showPublished } from '@/lib/publication/today.ts';
import { LocatorMap } from '../article/locator-map.tsx';
import { Portrait } from '../furniture/portrait.tsx';
import { ListPicture } from './list-picture.tsx';
import { Teaser } from './teaser.tsx';

type Props = {
  articles: readonly Listed[];
  /** The level of the headlines: one below the heading of the list. */
  level: 2 | 3;
  /** The maps of a list whose first article is the lead; without them there is no lead. */
  maps?: ListMaps | undefined;
  /** The language of the articles, if it is not that of the page. */
  hrefLang?: string | undefined;
  /** The instant of the publication. */
  now: Instant;
  dateStyle: DateStyle;
  urls: Urls;
  words: Pick<Words, 'dir' | 'kinds' | 'labels' | 'by' | 'map'>;
};

/** Articles, newest first, each with one link; a single one, and an opinion with a portrait, also with its authors. */
export function ArticleList({ articles, level, maps, hrefLang, now, dateStyle, urls, words }: Props) {
  const places = listLayout(
    articles.map(({ picture }) => picture !== undefined),
    maps !== undefined,
  );
  const highest = places[0]?.rows ?? 1;
  const names = new Intl.ListFormat(dateStyle.lang);
  return (
    <ol className={maps ? 'teasers with-lead' : 'teasers'}>
      {articles.map((article, index) => {
        const place = places[index] ?? { size: 'small', span: 2, rows: 1, isAlone: false };
        const portrait = place.size === 'small' ? portraitOf(article) : undefined;
        const picture = portrait ? (
          <Portrait picture={portrait} urls={urls} />
        ) : (
          pictureOf(article, place, { maps: maps ?? noMaps, dateStyle, urls, words })
        );
        // Without standfirsts, those beside a lead are together as high as it.
        const isBeside = index > 0 && highest > 1 && index <= highest;
        const isBrief = place.span === 2 && (picture !== undefined || isBeside);
        const isSigned = articles.length === 1 || portrait !== undefined;
        return (
          <Teaser
            key={article.slug}
            article={article}
            className={classesOf(place)}
            picture={picture}
            standfirst={isBrief ? undefined : article.standfirst}
            byline={isSigned ? words.by(names.format(article.authors.map(({ name }) => name))) : undefined}
            level={level}
            hrefLang={hrefLang}
            date={showPublished(article.published, now, dateStyle)}
            urls={urls}
            words={words}
          />
        );
      })}
    </ol>
  );
}

/** The class of a place in components/lists/teasers.css. */
function classesOf({ size, span, rows, isAlone }: Place): string {
  return `${size} span-${span}${rows > 1 ? ` rows-${rows}` : ''}${isAlone ? ' alone' : ''}`;
}

/** The picture or the map of an article at a place of a list; `undefined` if it has none there. */
function pictureOf(
  { slug, picture }: Listed,
  { size, span }: Place,
  { maps, dateStyle, urls, words }: Pick<Props, 'dateStyle' | 'urls' | 'words'> & { maps: ListMaps },
): ReactNode {
  if (picture?.kind === 'image') {
    const aboveText: PicturePlace = span === 3 ? 'half' : 'third';
    const place = size === 'lead' ? 'list-lead' : size === 'second' ? aboveText : 'thumb';
    return <ListPicture picture={picture} place={place} urls={urls} />;
  }
  const small = maps.small.get(slug);
  if (small) return <SmallMap map={small} />;
  if (size !== 'lead' || !maps.lead || !picture) return undefined;
  return <LocatorMap map={maps.lead} picture={picture} isBare lang={dateStyle.lang} words={words} />;
}

/** A small map in a list. It is hidden from screen readers, because the headline beside it says what the article is about. */
function SmallMap({ map: { viewBox, paths, outlined } }: { map: DrawnSmall }) {
  return (
    <svg className="map" viewBox={viewBox} preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <path className={outlined.land ? 'land edge' : 'land'} d={paths.land} />
      {paths.home !== '' && <path className={outlined.home ? 'home edge' : 'home'} d={paths.home} />}
      {paths.edges !== '' && <path className="edge" d={paths.edges} />}
      {paths.border !== '' && <path className="line" d={paths.border} />}
      <path className="line spot" d={paths.spots} />
    </svg>
  );
}

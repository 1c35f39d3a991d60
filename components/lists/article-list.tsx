import type { ReactNode } from 'react';
import type { Words } from '@/lib/languages/words.ts';
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
import { SmallMap } from './small-map.tsx';
import { Teaser } from './teaser.tsx';

type Props = {
  articles: readonly Listed[];
  /** The level of the headlines: one below the heading that the list stands under. */
  level: 2 | 3;
  /** The maps of a list that its first article leads, larger than the others; without them none leads. */
  maps?: ListMaps | undefined;
  /** The instant at which readers see the list. */
  now: Instant;
  dateStyle: DateStyle;
  urls: Urls;
  words: Pick<Words, 'dir' | 'kinds' | 'labels' | 'by' | 'map'>;
};

/** Articles, newest first, each with one link; one alone, and an opinion with a portrait, with its authors too. */
export function ArticleList({ articles, level, maps, now, dateStyle, urls, words }: Props) {
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
        // Those beside a lead are together as high as it if they have no standfirst.
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
            date={showPublished(article.published, now, dateStyle)}
            urls={urls}
            words={words}
          />
        );
      })}
    </ol>
  );
}

/** What components/teasers.css calls a place. */
function classesOf({ size, span, rows, isAlone }: Place): string {
  return `${size} span-${span}${rows > 1 ? ` rows-${rows}` : ''}${isAlone ? ' alone' : ''}`;
}

/** The picture or the map of an article at a place of a list; `undefined` if nothing is shown of it there. */
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

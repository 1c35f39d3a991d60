import { type DateStyle, yearOf } from '../../model/dates.ts';

/** Something that was published at an instant. */
type Dated = { published: number };

/** Articles of a span of time, and its name: the year, then for each halving `a` for the earlier half or `b`. */
export type TimePart<Article> = { name: string; articles: Article[] };

/**
 * Divides articles by time into parts with at most `most`: by year, and a year with more into halves, repeatedly. The
 * bounds are fixed in the calendar: a new or changed article changes only its own part, unless that part becomes too
 * large or two parts can be merged.
 *
 * @returns The newest part first.
 */
export function timeParts<Article extends Dated>(
  articles: readonly Article[],
  most: number,
  timeZone: DateStyle['timeZone'],
): TimePart<Article>[] {
  const years = Map.groupBy(articles, ({ published }) => yearOf(published, timeZone));
  return [...years]
    .sort(([a], [b]) => b - a)
    .flatMap(([year, ofYear]) =>
      // A day on either side, because a year begins at different times around the world.
      halves({ name: String(year), articles: ofYear }, Date.UTC(year, 0, 0), Date.UTC(year + 1, 0, 2), most),
    );
}

function halves<Article extends Dated>(
  part: TimePart<Article>,
  start: number,
  end: number,
  most: number,
): TimePart<Article>[] {
  if (part.articles.length === 0) return [];
  const middle = Math.floor((start + end) / 2);
  // Any number may have the same instant.
  if (part.articles.length <= most || middle === start) return [part];
  const half = (letter: string, isIn: (published: number) => boolean) => ({
    name: part.name + letter,
    articles: part.articles.filter(({ published }) => isIn(published)),
  });
  return [
    ...halves(
      half('b', (published) => published >= middle),
      middle,
      end,
      most,
    ),
    ...halves(
      half('a', (published) => published < middle),
      start,
      middle,
      most,
    ),
  ];
}

import { type DateStyle, yearOf } from '../../model/dates.ts';

/** Something that was published at an instant. */
type Dated = { published: number };

/** Articles of one span of time, and its name: the year, and for each halving of it `a` for the earlier half or `b`. */
export type TimePart<Article> = { name: string; articles: Article[] };

/**
 * Parts articles by time, so that no part has more than `most`: by year, and a year with more in halves, as often as it
 * takes. The bounds are those of the calendar and not of the articles: a new or changed article changes its own part, and
 * another one only where that one becomes too large or small enough for both.
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
      // A day on either side: the year begins elsewhere at another time.
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
  // Of one instant there may be any number.
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

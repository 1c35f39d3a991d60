import { type DateStyle, showDay } from '@/lib/article/dates.ts';
import type { Brief } from '@/lib/article/listed.ts';
import type { Urls } from '@/lib/article/urls.ts';
import { ownDirection } from '@/lib/languages/direction.ts';
import type { Words } from '@/lib/languages/words.ts';
import { ShownTime } from './shown-time.tsx';

type Props = {
  article: Brief;
  standfirst?: string;
  /** The level of the headline: one below the heading that the list stands under. */
  level: 2 | 3;
  dateStyle: DateStyle;
  urls: Urls;
  words: Pick<Words, 'dir' | 'kinds'>;
};

/** An article in a list: what it is about, its headline, which is its one link, and its day. */
export function Teaser({ article, standfirst, level, dateStyle, urls, words }: Props) {
  const { slug, title, topics, kind, published } = article;
  const Headline: 'h2' | 'h3' = `h${level}`;
  return (
    <li className="teaser">
      <p className="label">
        {topics[0].name}
        {kind !== 'report' && <span className="text-soft"> · {words.kinds[kind]}</span>}
      </p>
      <Headline className="teaser-headline" dir={ownDirection(title, words.dir)}>
        <a href={urls.article(slug)}>{title}</a>
      </Headline>
      {standfirst !== undefined && (
        <p className="teaser-standfirst" dir={ownDirection(standfirst, words.dir)}>
          {standfirst}
        </p>
      )}
      <p className="font-sans text-caption text-soft">
        <ShownTime date={showDay(published, dateStyle)} />
      </p>
    </li>
  );
}

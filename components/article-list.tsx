import { type DateStyle, showDay } from '@/lib/article/dates.ts';
import type { Urls } from '@/lib/article/urls.ts';
import type { Teaser } from '@/lib/content/model.ts';
import type { Words } from '@/lib/languages/words.ts';
import { ShownTime } from './shown-time.tsx';

type Props = {
  articles: readonly Teaser[];
  /** The level of the headlines: one below the heading that the list stands under. */
  level: 2 | 3;
  /** Whether the first article leads the list, larger than the others. */
  withLead?: boolean;
  dateStyle: DateStyle;
  urls: Urls;
  words: Words;
};

/** Articles, newest first, each with one link. */
export function ArticleList({ articles, level, withLead = false, dateStyle, urls, words }: Props) {
  const Headline: 'h2' | 'h3' = `h${level}`;
  return (
    <ol className={withLead ? 'teasers with-lead' : 'teasers'}>
      {articles.map(({ slug, title, standfirst, topics: [topic], kind, published }) => (
        <li key={slug} className="teaser">
          <p className="font-sans text-small font-semibold text-accent">
            {topic.name}
            {kind !== 'report' && <span className="text-soft"> · {words.kinds[kind]}</span>}
          </p>
          <Headline className="teaser-headline">
            <a href={urls.article(slug)}>{title}</a>
          </Headline>
          <p className="teaser-standfirst">{standfirst}</p>
          <p className="font-sans text-caption text-soft">
            <ShownTime date={showDay(published, dateStyle)} />
          </p>
        </li>
      ))}
    </ol>
  );
}

import type { DateStyle } from '@/lib/article/dates.ts';
import type { Listed } from '@/lib/article/listed.ts';
import type { Urls } from '@/lib/article/urls.ts';
import type { Words } from '@/lib/languages/words.ts';
import { Teaser } from './teaser.tsx';

type Props = {
  articles: readonly Listed[];
  /** The level of the headlines: one below the heading that the list stands under. */
  level: 2 | 3;
  /** Whether the first article leads the list, larger than the others. */
  withLead?: boolean;
  dateStyle: DateStyle;
  urls: Urls;
  words: Pick<Words, 'dir' | 'kinds'>;
};

/** Articles, newest first, each with one link. */
export function ArticleList({ articles, level, withLead = false, dateStyle, urls, words }: Props) {
  return (
    <ol className={withLead ? 'teasers with-lead' : 'teasers'}>
      {articles.map((article) => (
        <Teaser
          key={article.slug}
          article={article}
          standfirst={article.standfirst}
          level={level}
          dateStyle={dateStyle}
          urls={urls}
          words={words}
        />
      ))}
    </ol>
  );
}

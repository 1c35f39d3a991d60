import type { Words } from '@/lib/languages/words.ts';
import type { DateStyle } from '@/lib/model/dates.ts';
import type { Urls } from '@/lib/model/urls.ts';
import type { Brief } from '@/lib/publication/teaser-digest.ts';
import { SearchForm } from '../search/search-form.tsx';
import { BriefList } from './brief-list.tsx';

type Props = { articles: readonly Brief[]; dateStyle: DateStyle; urls: Urls; words: Words };

/** What a reader who found nothing can do next: search, or read the newest articles. */
export function NewestArticles({ articles, dateStyle, urls, words }: Props) {
  return (
    <>
      <SearchForm topics={[]} years={[]} urls={urls} words={words} />
      {articles.length > 0 && (
        <section className="newest">
          <h2 className="part-title">{words.latest}</h2>
          <BriefList articles={articles} inRows dateStyle={dateStyle} urls={urls} words={words} />
        </section>
      )}
    </>
  );
}

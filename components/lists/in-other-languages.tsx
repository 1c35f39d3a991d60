import type { Words } from '@/lib/languages/words.ts';
import type { DateStyle } from '@/lib/model/dates.ts';
import type { Instant } from '@/lib/model/moment.ts';
import type { Urls } from '@/lib/model/urls.ts';
import type { LanguageLink } from '@/lib/publication/editions.ts';
import type { Listed } from '@/lib/publication/teaser-digest.ts';
import { ArticleList } from './article-list.tsx';

/** Articles that are in another language alone, and what shows them in that. */
export type OtherLanguageList = {
  /** The way to the whole list in that language. */
  language: LanguageLink;
  articles: readonly Listed[];
  now: Instant;
  dateStyle: DateStyle;
  urls: Urls;
  words: Words;
};

/** After the list of a language, the articles that are not there in it, each under the name of its language; nothing if there are none. */
export function InOtherLanguages({ lists }: { lists: readonly OtherLanguageList[] }) {
  return lists.map(({ language: { lang, dir, label, path }, ...list }) => (
    <section key={lang} className="newest" lang={lang} dir={dir}>
      <h2 className="part-title">
        <a href={path} hrefLang={lang}>
          {label}
        </a>
      </h2>
      <ArticleList {...list} level={3} hrefLang={lang} />
    </section>
  ));
}

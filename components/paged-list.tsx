import type { DateStyle } from '@/lib/article/dates.ts';
import { besidePage, type ListPage, type PageAddress } from '@/lib/article/list-pages.ts';
import type { Listed } from '@/lib/article/listed.ts';
import type { Urls } from '@/lib/article/urls.ts';
import type { Words } from '@/lib/languages/words.ts';
import { ArticleList } from './article-list.tsx';
import { Pager } from './pager.tsx';

type Props = {
  page: ListPage<Listed>;
  /** Where the pages of the list are found. */
  address: PageAddress;
  withLead?: boolean;
  dateStyle: DateStyle;
  urls: Urls;
  words: Words;
};

/** A page of a list of articles, and the way to the others where there are any. */
export function PagedList({ page, address, withLead = false, dateStyle, urls, words }: Props) {
  return (
    <>
      <ArticleList
        articles={page.entries}
        level={2}
        withLead={withLead}
        dateStyle={dateStyle}
        urls={urls}
        words={words}
      />
      {(page.older || page.newer) && <Pager beside={besidePage(page, address)} words={words} />}
    </>
  );
}

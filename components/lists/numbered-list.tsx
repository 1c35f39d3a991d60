import type { Words } from '@/lib/languages/words.ts';
import { type DateStyle, showDays } from '@/lib/model/dates.ts';
import type { NumberedPage, PageAddress } from '@/lib/model/list-pages.ts';
import type { Instant } from '@/lib/model/moment.ts';
import type { Urls } from '@/lib/model/urls.ts';
import type { Listed } from '@/lib/publication/teaser-digest.ts';
import { PageHeading } from '../furniture/page-heading.tsx';
import { PagedList } from './paged-list.tsx';

type Props = {
  title: string;
  page: NumberedPage<Listed>;
  address: PageAddress;
  now: Instant;
  dateStyle: DateStyle;
  urls: Urls;
  words: Words;
};

/** A numbered page of a list: its number, its days, and its articles. */
export function NumberedList({ title, page, address, now, dateStyle, urls, words }: Props) {
  const published = page.entries.map((article) => article.published);
  return (
    <main id="text" className="page">
      <PageHeading title={title}>
        <p className="standfirst mbs-3">{showDays(Math.min(...published), Math.max(...published), dateStyle)}</p>
      </PageHeading>
      <PagedList page={page} address={address} now={now} dateStyle={dateStyle} urls={urls} words={words} />
    </main>
  );
}

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { NumberedList } from '@/components/lists/numbered-list.tsx';
import { besidePage, numberedPage, type PageAddress } from '@/lib/model/list-pages.ts';
import type { Teaser } from '@/lib/model/model.ts';
import { type CurrentSite, currentSite } from './current-site.ts';
import { pageMetadata } from './page-metadata.ts';

/** A list whose older articles are on numbered pages. */
type List = { name: string; describe: (number: number) => string; articles: readonly Teaser[]; address: PageAddress };

type Props<Params> = { params: Promise<Params> };

/**
 * The metadata and the page of a route that shows a numbered page of a list.
 *
 * @param listOf The list at an address; `undefined` if there is none.
 */
export function archiveRoute<Params extends { number: string }>(
  listOf: (current: CurrentSite, params: Params) => List | undefined,
) {
  const find = async ({ params }: Props<Params>) => {
    const named = await params;
    const current = currentSite();
    const list = listOf(current, named);
    const page = list && numberedPage(list.articles, named.number);
    return page && { current, list, shown: page, title: current.words.pageOf(list.name, page.number) };
  };

  const generateMetadata = async (props: Props<Params>): Promise<Metadata> => {
    const found = await find(props);
    if (!found) return {};
    const { current, list, shown, title } = found;
    return pageMetadata(current, {
      title,
      description: list.describe(shown.number),
      path: list.address(shown.number),
      beside: besidePage(shown, list.address),
    });
  };

  const page = async (props: Props<Params>) => {
    const found = await find(props);
    if (!found) notFound();
    const { current, list, shown, title } = found;
    const { publication, dateStyle, urls, words } = current;
    return (
      <NumberedList
        title={title}
        page={shown}
        address={list.address}
        now={publication.now}
        dateStyle={dateStyle}
        urls={urls}
        words={words}
      />
    );
  };

  return { generateMetadata, page };
}

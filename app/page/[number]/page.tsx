import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { currentSite } from '@/app/current-site.ts';
import { pageMetadata } from '@/app/page-metadata.ts';
import { staticParams } from '@/app/static-params.ts';
import { NumberedList } from '@/components/lists/numbered-list.tsx';
import { besidePage, numberedPage, pageNumbers } from '@/lib/publication/list-pages.ts';

type Props = { params: Promise<{ number: string }> };

export const generateStaticParams = staticParams(({ articles }) =>
  pageNumbers(articles.length).map((number) => ({ number: String(number) })),
);

async function find({ params }: Props) {
  const current = currentSite();
  const page = numberedPage(current.publication.articles, (await params).number);
  return page && { current, page, title: current.words.pageOf(current.words.articles, page.number) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await find(props);
  if (!found) return {};
  const { current, page, title } = found;
  const { site, urls } = current;
  const beside = besidePage(page, urls.page);
  return pageMetadata(current, { title, description: site.tagline, path: urls.page(page.number), beside });
}

export default async function ArchivePage(props: Props) {
  const found = await find(props);
  if (!found) notFound();
  const { current, page, title } = found;
  const { publication, dateStyle, urls, words } = current;
  return (
    <NumberedList
      title={title}
      page={page}
      address={urls.page}
      now={publication.now}
      dateStyle={dateStyle}
      urls={urls}
      words={words}
    />
  );
}

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { currentSite } from '@/app/current-site.ts';
import { pageMetadata } from '@/app/page-metadata.ts';
import { staticParams } from '@/app/static-params.ts';
import { NumberedList } from '@/components/lists/numbered-list.tsx';
import { articlesBy } from '@/lib/publication/find.ts';
import { besidePage, numberedPage, pageNumbers } from '@/lib/publication/list-pages.ts';

type Props = { params: Promise<{ id: string; number: string }> };

export const generateStaticParams = staticParams((publication) =>
  publication.authors.flatMap(({ id }) =>
    pageNumbers(articlesBy(publication, id).length).map((number) => ({ id, number: String(number) })),
  ),
);

async function find({ params }: Props) {
  const { id, number } = await params;
  const current = currentSite();
  const { publication, urls } = current;
  const author = publication.authors.find((one) => one.id === id);
  const page = numberedPage(articlesBy(publication, id), number);
  return author && page && { current, author, page, address: (other: number | undefined) => urls.author(id, other) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await find(props);
  if (!found) return {};
  const { current, author, page, address } = found;
  const { pageOf, articlesBy: byAuthor } = current.words;
  return pageMetadata(current, {
    title: pageOf(author.name, page.number),
    description: pageOf(byAuthor(author.name), page.number),
    path: address(page.number),
    beside: besidePage(page, address),
  });
}

export default async function AuthorArchivePage(props: Props) {
  const found = await find(props);
  if (!found) notFound();
  const { current, author, page, address } = found;
  const { publication, dateStyle, urls, words } = current;
  const title = words.pageOf(author.name, page.number);
  return (
    <NumberedList
      title={title}
      page={page}
      address={address}
      now={publication.now}
      dateStyle={dateStyle}
      urls={urls}
      words={words}
    />
  );
}

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { currentSite } from '@/app/current-site.ts';
import { pageMetadata } from '@/app/page-metadata.ts';
import { staticParams } from '@/app/static-params.ts';
import { NumberedList } from '@/components/lists/numbered-list.tsx';
import { articlesOn } from '@/lib/publication/find.ts';
import { besidePage, numberedPage, pageNumbers } from '@/lib/publication/list-pages.ts';

type Props = { params: Promise<{ id: string; number: string }> };

export const generateStaticParams = staticParams((publication) =>
  publication.topics.flatMap(({ id }) =>
    pageNumbers(articlesOn(publication, id).length).map((number) => ({ id, number: String(number) })),
  ),
);

async function find({ params }: Props) {
  const { id, number } = await params;
  const current = currentSite();
  const { publication, urls } = current;
  const topic = publication.topics.find((one) => one.id === id);
  const page = numberedPage(articlesOn(publication, id), number);
  return topic && page && { current, topic, page, address: (other: number | undefined) => urls.topic(id, other) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await find(props);
  if (!found) return {};
  const { current, topic, page, address } = found;
  const { pageOf, articlesOn: onTopic } = current.words;
  return pageMetadata(current, {
    title: pageOf(topic.name, page.number),
    description: pageOf(onTopic(topic.name), page.number),
    path: address(page.number),
    beside: besidePage(page, address),
  });
}

export default async function TopicArchivePage(props: Props) {
  const found = await find(props);
  if (!found) notFound();
  const { current, topic, page, address } = found;
  const { publication, dateStyle, urls, words } = current;
  const title = words.pageOf(topic.name, page.number);
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

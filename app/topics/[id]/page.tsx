import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { currentSite } from '@/app/current-site.ts';
import { pageMetadata } from '@/app/page-metadata.ts';
import { staticParams } from '@/app/static-params.ts';
import { ArticleList } from '@/components/article-list.tsx';
import { PageHeading } from '@/components/page-heading.tsx';
import { Prose } from '@/components/prose.tsx';
import { articlesOn } from '@/lib/article/find.ts';

type Props = { params: Promise<{ id: string }> };

export const generateStaticParams = staticParams(({ topics }) => topics.map(({ id }) => ({ id })));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const current = currentSite();
  const topic = current.publication.topics.find((one) => one.id === id);
  if (!topic) return {};
  const description = topic.description ?? current.words.articlesOn(topic.name);
  return pageMetadata(current, { title: topic.name, description, path: current.urls.topic(id) });
}

export default async function Page({ params }: Props) {
  const { id } = await params;
  const { publication, dateStyle, urls, words } = currentSite();
  const topic = publication.topics.find((one) => one.id === id);
  if (!topic) notFound();
  return (
    <main id="text" className="page">
      <PageHeading title={topic.name}>
        {topic.description !== undefined && <p className="standfirst mbs-3">{topic.description}</p>}
        <Prose html={topic.note} />
      </PageHeading>
      <ArticleList articles={articlesOn(publication, id)} level={2} dateStyle={dateStyle} urls={urls} words={words} />
    </main>
  );
}

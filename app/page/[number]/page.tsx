import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { currentSite } from '@/app/current-site.ts';
import { pageMetadata } from '@/app/page-metadata.ts';
import { staticParams } from '@/app/static-params.ts';
import { ArticleList } from '@/components/article-list.tsx';
import { PageHeading } from '@/components/page-heading.tsx';
import { Pager } from '@/components/pager.tsx';
import { archivePages } from '@/lib/article/archive.ts';

type Props = { params: Promise<{ number: string }> };

export const generateStaticParams = staticParams(({ articles }) =>
  archivePages(articles).map((_, index) => ({ number: String(index + 1) })),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { number } = await params;
  const current = currentSite();
  const title = current.words.archivePage(Number(number));
  return pageMetadata(current, { title, description: current.site.tagline, path: current.urls.page(Number(number)) });
}

export default async function ArchivePage({ params }: Props) {
  const number = Number((await params).number);
  const { publication, dateStyle, urls, words } = currentSite();
  const pages = archivePages(publication.articles);
  const articles = pages[number - 1];
  if (!articles) notFound();
  return (
    <main id="text" className="page">
      <PageHeading title={words.archivePage(number)} />
      <ArticleList articles={articles} level={2} dateStyle={dateStyle} urls={urls} words={words} />
      <Pager
        older={number > 1 ? urls.page(number - 1) : undefined}
        newer={number < pages.length ? urls.page(number + 1) : urls.home}
        words={words}
      />
    </main>
  );
}

import type { Metadata } from 'next';
import { ArticleList } from '@/components/article-list.tsx';
import { Pager } from '@/components/pager.tsx';
import { archivePages, pageSize } from '@/lib/article/archive.ts';
import { currentSite } from './current-site.ts';
import { pageMetadata } from './page-metadata.ts';

export function generateMetadata(): Metadata {
  const current = currentSite();
  return pageMetadata(current, { description: current.site.tagline, path: current.urls.home });
}

export default function FrontPage() {
  const { publication, dateStyle, urls, words } = currentSite();
  const newest = publication.articles.slice(0, pageSize);
  const last = archivePages(publication.articles).length;
  return (
    <main id="text" className="page pbs-8">
      <h1 className="hidden-text">{words.latest}</h1>
      <ArticleList articles={newest} level={2} withLead dateStyle={dateStyle} urls={urls} words={words} />
      {last > 0 && <Pager older={urls.page(last)} newer={undefined} words={words} />}
    </main>
  );
}

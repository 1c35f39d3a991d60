import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { currentSite } from '@/app/current-site.ts';
import { pageMetadata } from '@/app/page-metadata.ts';
import { staticParams } from '@/app/static-params.ts';
import { ArticlePage } from '@/components/article-page.tsx';
import { MovedNotice } from '@/components/moved-notice.tsx';
import { PageHeading } from '@/components/page-heading.tsx';
import { showInstant } from '@/lib/article/dates.ts';
import { allSlugs, findAtSlug } from '@/lib/article/find.ts';
import { routes } from '@/lib/article/urls.ts';
import { mapOf } from '@/lib/context/locator-map.ts';

type Props = { params: Promise<{ slug: string }> };

export const generateStaticParams = staticParams((publication) => allSlugs(publication).map((slug) => ({ slug })));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const current = currentSite();
  const found = findAtSlug(current.publication, slug);
  if (!found) return {};
  if (found.kind === 'expired') return { title: current.words.expired.title, robots: { index: false } };
  const { title, standfirst, published, topics, slug: own } = found.kind === 'moved' ? found.to : found.article;
  const article = { publishedTime: showInstant(published, current.dateStyle).machine, section: topics[0].name };
  const forms = {
    'application/rss+xml': current.urls.feed('rss'),
    'text/markdown': current.urls.path(routes.articleText(own)),
    'application/json': current.urls.path(routes.articleData(own)),
  };
  return pageMetadata(current, { title, description: standfirst, path: current.urls.article(own), article, forms });
}

export default async function Page({ params }: Props) {
  const { slug } = await params;
  const { publication, site, dateStyle, urls, words } = currentSite();
  const found = findAtSlug(publication, slug);
  if (!found) notFound();
  if (found.kind === 'moved') return <MovedNotice to={found.to} urls={urls} words={words} />;
  if (found.kind === 'article') {
    const { article } = found;
    return (
      <ArticlePage
        article={article}
        map={mapOf(article.picture, site)}
        related={publication.related(slug)}
        dateStyle={dateStyle}
        urls={urls}
        words={words}
      />
    );
  }
  return (
    <main id="text" className="page">
      <PageHeading title={words.expired.title}>
        <p className="standfirst mbs-3">{words.expired.text}</p>
      </PageHeading>
    </main>
  );
}

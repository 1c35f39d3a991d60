import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { currentSite, languageLinks } from '@/app/current-site.ts';
import { pageMetadata } from '@/app/page-metadata.ts';
import { shownDrift } from '@/app/shown-drift.ts';
import { staticParams } from '@/app/static-params.ts';
import { ArticlePage } from '@/components/article/article-page.tsx';
import { ExpiredNotice } from '@/components/furniture/expired-notice.tsx';
import { MovedNotice } from '@/components/furniture/moved-notice.tsx';
import { RetractedNotice } from '@/components/furniture/retracted-notice.tsx';
import { StructuredData } from '@/components/furniture/structured-data.tsx';
import { NewestArticles } from '@/components/lists/newest-articles.tsx';
import { articleData } from '@/lib/formats/article-data.ts';
import { labelledStandfirst } from '@/lib/languages/label-texts.ts';
import { mapOf } from '@/lib/map/locator-map.ts';
import { showInstant } from '@/lib/model/dates.ts';
import { routes } from '@/lib/model/urls.ts';
import { withNotesThatFit } from '@/lib/names/notes-that-fit.ts';
import { inOthers } from '@/lib/publication/editions.ts';
import { besidePart, findAtSlug, newestFew } from '@/lib/publication/find.ts';

type Props = { params: Promise<{ slug: string }> };

export const generateStaticParams = staticParams('article', 'movedArticle', 'expiredArticle');

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const current = currentSite();
  const found = findAtSlug(current.publication, slug);
  if (!found) return {};
  if (found.kind === 'expired') return { title: found.article.title, robots: { index: false } };
  const shown = found.kind === 'moved' ? found.to : found.article;
  const { title, published, topics, slug: own } = shown;
  const article = { publishedTime: showInstant(published, current.dateStyle).machine, section: topics[0].name };
  const path = current.urls.article(own);
  // A moved article's notice has no picture of its own: the share image is that of the new address.
  const alt = found.kind === 'article' ? (shown.card?.alt ?? found.article.picture?.alt) : undefined;
  const card = { path: current.urls.shareImage(own), alt: alt ?? title };
  const forms = {
    'application/rss+xml': current.urls.feed('rss'),
    'text/markdown': current.urls.path(routes.articleText(own)),
    'application/json': current.urls.path(routes.articleData(own)),
  };
  return pageMetadata(current, {
    title,
    searchTitle: shown.searchTitle,
    canonical: shown.firstPublished?.url,
    description: labelledStandfirst(shown, current.words),
    path,
    article,
    card,
    forms,
    languages: inOthers(current.publication, own).map((other) => other.publication.site.lang),
  });
}

export default async function Page({ params }: Props) {
  const { slug } = await params;
  const { publication, site, dateStyle, urls, words } = currentSite();
  const found = findAtSlug(publication, slug);
  if (!found) notFound();
  if (found.kind === 'moved')
    return <MovedNotice title={found.to.title} to={urls.article(found.to.slug)} words={words} />;
  if (found.kind === 'article') {
    const { article } = found;
    return (
      <>
        {article.retracted ? (
          <RetractedNotice article={article} dateStyle={dateStyle} urls={urls} words={words} />
        ) : (
          <ArticlePage
            // With several languages, the budget of a page must do for the widest letters.
            article={site.languages.length > 1 ? withNotesThatFit(article, urls) : article}
            map={mapOf(article.picture, site)}
            related={publication.related(slug)}
            languages={languageLinks(publication, slug)}
            drift={shownDrift(article, publication)}
            beside={besidePart(publication, article)}
            dateStyle={dateStyle}
            urls={urls}
            words={words}
          />
        )}
        <StructuredData data={articleData(article, site, urls, inOthers(publication, slug))} />
      </>
    );
  }
  return (
    <main id="text" className="page">
      <ExpiredNotice article={found.article} dateStyle={dateStyle} words={words} />
      <NewestArticles articles={newestFew(publication)} dateStyle={dateStyle} urls={urls} words={words} />
    </main>
  );
}

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { currentSite } from '@/app/current-site.ts';
import { pageMetadata } from '@/app/page-metadata.ts';
import { staticParams } from '@/app/static-params.ts';
import { MovedNotice } from '@/components/furniture/moved-notice.tsx';
import { PageHeading } from '@/components/furniture/page-heading.tsx';
import { VersionList } from '@/components/versions/version-list.tsx';
import { findAtSlug } from '@/lib/publication/find.ts';
import { listedVersions } from '@/lib/versions/shown-versions.ts';

type Props = { params: Promise<{ slug: string }> };

export const generateStaticParams = staticParams('versions', 'movedVersions');

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const current = currentSite();
  const found = findAtSlug(current.publication, (await params).slug);
  if (!found || found.kind === 'expired') return {};
  const { slug, title } = found.kind === 'moved' ? found.to : found.article;
  const { aboutVersions, versionsOf } = current.words;
  return pageMetadata(current, {
    title: versionsOf(title),
    description: aboutVersions,
    path: current.urls.versions(slug),
  });
}

export default async function VersionsPage({ params }: Props) {
  const { slug } = await params;
  const { publication, dateStyle, urls, words } = currentSite();
  const found = findAtSlug(publication, slug);
  if (!found || found.kind === 'expired') notFound();
  if (found.kind === 'moved')
    return <MovedNotice title={words.versionsOf(found.to.title)} to={urls.versions(found.to.slug)} words={words} />;
  const { article } = found;
  if (article.versions === 0) notFound();
  return (
    <main id="text" className="page">
      <PageHeading title={words.versions}>
        <p className="standfirst mbs-3">{words.aboutVersions}</p>
        <p className="mbs-3">
          <a href={urls.article(slug)}>{article.title}</a>
        </p>
      </PageHeading>
      <VersionList
        slug={slug}
        versions={listedVersions(article.record, { dateStyle, words })}
        dateStyle={dateStyle}
        urls={urls}
        words={words}
      />
    </main>
  );
}

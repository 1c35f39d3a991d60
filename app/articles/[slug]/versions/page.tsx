import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { currentSite } from '@/app/current-site.ts';
import { pageMetadata } from '@/app/page-metadata.ts';
import { staticParams } from '@/app/static-params.ts';
import { PageHeading } from '@/components/page-heading.tsx';
import { VersionList } from '@/components/version-list.tsx';
import { listedVersions } from '@/lib/article/versions.ts';

type Props = { params: Promise<{ slug: string }> };

export const generateStaticParams = staticParams(({ articles }) =>
  articles.flatMap(({ slug, versions }) => (versions > 0 ? { slug } : [])),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const current = currentSite();
  const article = current.publication.read(slug);
  if (!article) return {};
  const title = current.words.versionsOf(article.title);
  return pageMetadata(current, { title, description: current.words.aboutVersions, path: current.urls.versions(slug) });
}

export default async function VersionsPage({ params }: Props) {
  const { slug } = await params;
  const { publication, dateStyle, urls, words } = currentSite();
  const article = publication.read(slug);
  if (!article || article.versions === 0) notFound();
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

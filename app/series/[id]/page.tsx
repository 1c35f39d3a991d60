import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { currentSite, otherLists } from '@/app/current-site.ts';
import { pageMetadata } from '@/app/page-metadata.ts';
import { staticParams } from '@/app/static-params.ts';
import { Prose } from '@/components/article/prose.tsx';
import { MovedNotice } from '@/components/furniture/moved-notice.tsx';
import { PageHeading } from '@/components/furniture/page-heading.tsx';
import { ArticleList } from '@/components/lists/article-list.tsx';
import { InOtherLanguages } from '@/components/lists/in-other-languages.tsx';
import { findNamed, partsOf } from '@/lib/publication/find.ts';

type Props = { params: Promise<{ id: string }> };

export const generateStaticParams = staticParams('series', 'movedSeries');

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const current = currentSite();
  const found = findNamed(current.publication.series, (await params).id);
  if (!found) return {};
  const { id, name, description } = found.kind === 'moved' ? found.to : found.entry;
  // All articles have been taken down.
  if (partsOf(current.publication, id).length === 0) return { title: name, robots: { index: false } };
  return pageMetadata(current, {
    title: name,
    description: description ?? current.words.series.about(name),
    path: current.urls.series(id),
  });
}

export default async function Page({ params }: Props) {
  const { publication, dateStyle, urls, words } = currentSite();
  const found = findNamed(publication.series, (await params).id);
  if (!found) notFound();
  if (found.kind === 'moved') return <MovedNotice title={found.to.name} to={urls.series(found.to.id)} words={words} />;
  const { id, name, description, note } = found.entry;
  return (
    <main id="text" className="page">
      <PageHeading title={name}>
        {description !== undefined && <p className="standfirst mbs-3">{description}</p>}
        {note !== '' && (
          <div className="mbs-3">
            <Prose html={note} />
          </div>
        )}
      </PageHeading>
      <ArticleList
        articles={partsOf(publication, id)}
        level={2}
        now={publication.now}
        dateStyle={dateStyle}
        urls={urls}
        words={words}
      />
      <InOtherLanguages lists={otherLists(publication, { kind: 'series', id })} />
    </main>
  );
}

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { currentSite } from '@/app/current-site.ts';
import { pageMetadata } from '@/app/page-metadata.ts';
import { staticParams } from '@/app/static-params.ts';
import { PageHeading } from '@/components/page-heading.tsx';
import { PagedList } from '@/components/paged-list.tsx';
import { Prose } from '@/components/prose.tsx';
import { articlesBy, pointsOfOnly } from '@/lib/article/find.ts';
import { besidePage, listPages } from '@/lib/article/list-pages.ts';
import { listMaps } from '@/lib/context/list-maps.ts';

type Props = { params: Promise<{ id: string }> };

export const generateStaticParams = staticParams(({ authors }) => authors.map(({ id }) => ({ id })));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const current = currentSite();
  const author = current.publication.authors.find((one) => one.id === id);
  if (!author) return {};
  const description = current.words.articlesBy(author.name);
  const [newest] = listPages(articlesBy(current.publication, id));
  const beside = besidePage(newest, (number) => current.urls.author(id, number));
  return pageMetadata(current, { title: author.name, description, path: current.urls.author(id), beside });
}

export default async function Page({ params }: Props) {
  const { id } = await params;
  const { publication, site, dateStyle, urls, words } = currentSite();
  const author = publication.authors.find((one) => one.id === id);
  if (!author) notFound();
  const articles = articlesBy(publication, id);
  const [newest] = listPages(articles);
  return (
    <main id="text" className="page">
      <PageHeading title={author.name}>
        {author.role !== undefined && <p className="standfirst mbs-3">{author.role}</p>}
        {author.note !== '' && (
          <div className="mbs-3">
            <Prose html={author.note} />
          </div>
        )}
        {author.url !== undefined && (
          <p className="mbs-3">
            <a href={author.url} rel="me">
              {author.url}
            </a>
          </p>
        )}
      </PageHeading>
      <PagedList
        page={newest}
        address={(number) => urls.author(id, number)}
        maps={listMaps(newest.entries, site)}
        points={pointsOfOnly(publication, articles)}
        now={publication.now}
        dateStyle={dateStyle}
        urls={urls}
        words={words}
      />
    </main>
  );
}

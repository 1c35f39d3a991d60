import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { currentSite, otherLists } from '@/app/current-site.ts';
import { pageMetadata } from '@/app/page-metadata.ts';
import { staticParams } from '@/app/static-params.ts';
import { Prose } from '@/components/article/prose.tsx';
import { AuthorFacts, roleOf } from '@/components/furniture/author-facts.tsx';
import { MovedNotice } from '@/components/furniture/moved-notice.tsx';
import { PageHeading } from '@/components/furniture/page-heading.tsx';
import { Portrait } from '@/components/furniture/portrait.tsx';
import { InOtherLanguages } from '@/components/lists/in-other-languages.tsx';
import { PagedList } from '@/components/lists/paged-list.tsx';
import { besidePage, listPages } from '@/lib/model/list-pages.ts';
import { articlesBy, findNamed, pointsOfOnly } from '@/lib/publication/find.ts';
import { listMaps } from '@/lib/publication/list-maps.ts';

type Props = { params: Promise<{ id: string }> };

export const generateStaticParams = staticParams('author', 'movedAuthor');

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const current = currentSite();
  const found = findNamed(current.publication.authors, (await params).id);
  if (!found) return {};
  const author = found.kind === 'moved' ? found.to : found.entry;
  const { id } = author;
  const description = current.words.articlesBy(author.name);
  const [newest] = listPages(articlesBy(current.publication, id));
  // All articles have been taken down.
  if (newest.entries.length === 0) return { title: author.name, robots: { index: false } };
  // A former address is not a page of the list: its canonical address is that of its target.
  const beside = found.kind === 'here' ? besidePage(newest, (number) => current.urls.author(id, number)) : undefined;
  return pageMetadata(current, {
    title: author.name,
    description,
    path: current.urls.author(id),
    ...(beside && { beside }),
  });
}

export default async function Page({ params }: Props) {
  const { id } = await params;
  const { publication, site, dateStyle, urls, words } = currentSite();
  const found = findNamed(publication.authors, id);
  if (!found) notFound();
  if (found.kind === 'moved') return <MovedNotice title={found.to.name} to={urls.author(found.to.id)} words={words} />;
  const { entry: author } = found;
  const role = roleOf(author, words);
  const articles = articlesBy(publication, id);
  const [newest] = listPages(articles);
  return (
    <main id="text" className="page">
      <PageHeading title={author.name}>
        {author.picture && (
          <div className="mbs-3">
            <Portrait picture={author.picture} urls={urls} />
          </div>
        )}
        {role !== undefined && <p className="standfirst mbs-3">{role}</p>}
        {(author.bio !== undefined || author.contact !== undefined) && (
          <div className="mbs-3">
            <AuthorFacts author={author} words={words} />
          </div>
        )}
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
      <InOtherLanguages lists={otherLists(publication, { kind: 'authors', id })} />
    </main>
  );
}

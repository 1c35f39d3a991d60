import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { currentSite, otherLists } from '@/app/current-site.ts';
import { feedForms, pageMetadata } from '@/app/page-metadata.ts';
import { staticParams } from '@/app/static-params.ts';
import { Prose } from '@/components/article/prose.tsx';
import { MovedNotice } from '@/components/furniture/moved-notice.tsx';
import { PageHeading } from '@/components/furniture/page-heading.tsx';
import { InOtherLanguages } from '@/components/lists/in-other-languages.tsx';
import { PagedList } from '@/components/lists/paged-list.tsx';
import { besidePage, listPages } from '@/lib/model/list-pages.ts';
import { articlesOn, findNamed, pointsOfOnly } from '@/lib/publication/find.ts';
import { listMaps } from '@/lib/publication/list-maps.ts';

type Props = { params: Promise<{ id: string }> };

export const generateStaticParams = staticParams('topic', 'movedTopic');

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const current = currentSite();
  const found = findNamed(current.publication.topics, (await params).id);
  if (!found) return {};
  const topic = found.kind === 'moved' ? found.to : found.entry;
  const { id } = topic;
  const description = topic.description ?? current.words.articlesOn(topic.name);
  const [newest] = listPages(articlesOn(current.publication, id));
  // All articles have been taken down.
  if (newest.entries.length === 0) return { title: topic.name, robots: { index: false } };
  // A former address is not a page of the list: its canonical address is that of its target.
  const beside = found.kind === 'here' ? besidePage(newest, (number) => current.urls.topic(id, number)) : undefined;
  const forms = feedForms(current.urls, id);
  return pageMetadata(current, {
    title: topic.name,
    description,
    path: current.urls.topic(id),
    ...(beside && { beside }),
    forms,
  });
}

export default async function Page({ params }: Props) {
  const { id } = await params;
  const { publication, site, dateStyle, urls, words } = currentSite();
  const found = findNamed(publication.topics, id);
  if (!found) notFound();
  if (found.kind === 'moved') return <MovedNotice title={found.to.name} to={urls.topic(found.to.id)} words={words} />;
  const { entry: topic } = found;
  const articles = articlesOn(publication, id);
  const [newest] = listPages(articles);
  return (
    <main id="text" className="page">
      <PageHeading title={topic.name}>
        {topic.description !== undefined && <p className="standfirst mbs-3">{topic.description}</p>}
        <p className="mbs-3 font-sans text-small text-soft">
          <a href={urls.feed('rss', id)}>{words.feedOn(topic.name)}</a>
        </p>
        {topic.note !== '' && (
          <div className="mbs-3">
            <Prose html={topic.note} />
          </div>
        )}
      </PageHeading>
      <PagedList
        page={newest}
        address={(number) => urls.topic(id, number)}
        maps={listMaps(newest.entries, site)}
        points={pointsOfOnly(publication, articles)}
        now={publication.now}
        dateStyle={dateStyle}
        urls={urls}
        words={words}
      />
      <InOtherLanguages lists={otherLists(publication, { kind: 'topics', id })} />
    </main>
  );
}

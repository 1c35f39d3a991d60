import type { ReactNode } from 'react';
import type { Words } from '@/lib/languages/words.ts';
import type { DateStyle } from '@/lib/model/dates.ts';
import { besidePage, type ListPage } from '@/lib/model/list-pages.ts';
import type { KeyPoint } from '@/lib/model/model.ts';
import type { Instant } from '@/lib/model/moment.ts';
import type { Urls } from '@/lib/model/urls.ts';
import type { FrontPage } from '@/lib/publication/front-page.ts';
import type { ListMaps } from '@/lib/publication/list-maps.ts';
import type { Listed } from '@/lib/publication/teaser-digest.ts';
import { Prose } from '../article/prose.tsx';
import { ArticleList } from './article-list.tsx';
import { PagedList } from './paged-list.tsx';
import { Pager } from './pager.tsx';

type Props = {
  front: FrontPage;
  /** The newest page of the list of all articles. */
  page: ListPage<Listed>;
  maps: ListMaps;
  /** The key points of the only article. */
  points: readonly KeyPoint[];
  now: Instant;
  dateStyle: DateStyle;
  urls: Urls;
  words: Words;
};

/** The articles of the front page as arranged in `front.md`, or newest first. */
export function FrontList({ front: { note, top, blocks, rest }, page, maps, points, ...setting }: Props) {
  const { urls, words } = setting;
  const block = (key: string, title: ReactNode, articles: readonly Listed[]) => (
    <section key={key} className="newest">
      <h2 className="part-title">{title}</h2>
      <ArticleList articles={articles} level={3} {...setting} />
    </section>
  );
  return (
    <>
      {note !== '' && (
        <div className="mbe-8">
          <Prose html={note} />
        </div>
      )}
      {blocks.length === 0 ? (
        <PagedList page={{ ...page, entries: top }} address={urls.page} maps={maps} points={points} {...setting} />
      ) : (
        <>
          <ArticleList articles={top} level={2} maps={maps} {...setting} />
          {blocks.map(({ topic: { id, name }, articles }) => block(id, <a href={urls.topic(id)}>{name}</a>, articles))}
          {rest.length > 0 && block('', words.latest, rest)}
          {page.older && <Pager beside={besidePage(page, urls.page)} words={words} />}
        </>
      )}
    </>
  );
}

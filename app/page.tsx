import type { Metadata } from 'next';
import { StructuredData } from '@/components/furniture/structured-data.tsx';
import { FrontList } from '@/components/lists/front-list.tsx';
import { InOtherLanguages } from '@/components/lists/in-other-languages.tsx';
import { siteData } from '@/lib/formats/site-data.ts';
import { besidePage, listPages } from '@/lib/model/list-pages.ts';
import { pointsOfOnly } from '@/lib/publication/find.ts';
import { frontPage } from '@/lib/publication/front-page.ts';
import { listMaps } from '@/lib/publication/list-maps.ts';
import { currentSite, otherLists } from './current-site.ts';
import { feedForms, pageMetadata } from './page-metadata.ts';

export function generateMetadata(): Metadata {
  const current = currentSite();
  const { publication, site, urls } = current;
  const [newest] = listPages(publication.articles);
  return pageMetadata(current, {
    description: site.tagline,
    path: urls.home,
    beside: besidePage(newest, urls.page),
    forms: feedForms(urls),
  });
}

export default function FrontPage() {
  const { publication, site, dateStyle, urls, words } = currentSite();
  const { articles, now } = publication;
  const front = frontPage(publication);
  const [newest] = listPages(articles);
  return (
    <main id="text" className="page pbs-8">
      <h1 className="hidden-text">{words.latest}</h1>
      <FrontList
        front={front}
        page={newest}
        maps={listMaps(front.top, site)}
        points={pointsOfOnly(publication, articles)}
        now={now}
        dateStyle={dateStyle}
        urls={urls}
        words={words}
      />
      <InOtherLanguages lists={otherLists(publication)} />
      <StructuredData data={siteData(site, urls)} />
    </main>
  );
}

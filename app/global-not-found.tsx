import type { Metadata } from 'next';
import { Prose } from '@/components/article/prose.tsx';
import { Document } from '@/components/furniture/document.tsx';
import { PageHeading } from '@/components/furniture/page-heading.tsx';
import { NewestArticles } from '@/components/lists/newest-articles.tsx';
import { pageScripts } from '@/lib/page-scripts/bundle.ts';
import { newestFew } from '@/lib/publication/find.ts';
import './globals.css';
import { currentSite } from './current-site.ts';
import { previewTools } from './preview-tools.tsx';

export { generateViewport } from './layout.tsx';

export function generateMetadata(): Metadata {
  const { publication, site, urls, words } = currentSite();
  const own = publication.notFound;
  return {
    title: `${own?.title ?? words.notFound.title} – ${site.name}`,
    description: own?.description ?? words.notFound.text,
    icons: { icon: { url: urls.icon, type: 'image/svg+xml' } },
  };
}

/** The not-found page. Next renders it outside the layout, so it has its own document. */
export default function NotFound() {
  const { publication, site, has, topics, menus, dateStyle, urls, words, languages } = currentSite();
  const own = publication.notFound;
  return (
    <Document
      site={site}
      has={has}
      topics={topics}
      menus={menus}
      languages={languages}
      urls={urls}
      words={words}
      scripts={pageScripts(site.languages.length)}
      previewTools={previewTools(words)}
    >
      <main id="text" className="page">
        <PageHeading title={own?.title ?? words.notFound.title}>
          {own ? <Prose html={own.text} /> : <p className="standfirst mbs-3">{words.notFound.text}</p>}
          <p className="mbs-3">
            <a href={urls.home}>{words.notFound.home}</a>
          </p>
        </PageHeading>
        <NewestArticles articles={newestFew(publication)} dateStyle={dateStyle} urls={urls} words={words} />
      </main>
    </Document>
  );
}

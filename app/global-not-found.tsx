import type { Metadata } from 'next';
import { Document } from '@/components/document.tsx';
import { PageHeading } from '@/components/page-heading.tsx';
import { pageScripts } from '@/lib/page-scripts/bundle.ts';
import './globals.css';
import { currentSite } from './current-site.ts';

export { viewport } from './layout.tsx';

export function generateMetadata(): Metadata {
  const { site, urls, words } = currentSite();
  return {
    title: `${words.notFound.title} – ${site.name}`,
    description: words.notFound.text,
    icons: { icon: { url: urls.icon, type: 'image/svg+xml' } },
  };
}

/** The page for an address that leads nowhere. Next draws it outside of the layout: it brings its own document. */
export default function NotFound() {
  const { site, has, urls, words } = currentSite();
  return (
    <Document site={site} has={has} urls={urls} words={words} scripts={pageScripts()}>
      <main id="text" className="page">
        <PageHeading title={words.notFound.title}>
          <p className="standfirst mbs-3">{words.notFound.text}</p>
          <p className="mbs-5">
            <a href={urls.home}>{words.notFound.home}</a>
          </p>
        </PageHeading>
      </main>
    </Document>
  );
}

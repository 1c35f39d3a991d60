import type { Metadata } from 'next';
import { currentSite } from '@/app/current-site.ts';
import { pageMetadata } from '@/app/page-metadata.ts';
import { PageHeading } from '@/components/furniture/page-heading.tsx';
import { StructuredData } from '@/components/furniture/structured-data.tsx';
import { GlossaryList } from '@/components/lists/glossary-list.tsx';
import { glossaryData } from '@/lib/formats/entry-data.ts';
import { mentionedEntries } from '@/lib/publication/find.ts';

export function generateMetadata(): Metadata {
  const current = currentSite();
  const { urls, words } = current;
  return pageMetadata(current, { title: words.glossary, description: words.aboutGlossary, path: urls.glossary });
}

export default function GlossaryPage() {
  const { publication, urls, words } = currentSite();
  return (
    <main id="text" className="page">
      <PageHeading title={words.glossary}>
        <p className="standfirst mbs-3">{words.aboutGlossary}</p>
      </PageHeading>
      <div className="entries">
        <GlossaryList entries={mentionedEntries(publication)} urls={urls} words={words} />
      </div>
      <StructuredData data={glossaryData(publication.glossary, urls)} />
    </main>
  );
}

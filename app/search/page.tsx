import type { Metadata } from 'next';
import { currentSite } from '@/app/current-site.ts';
import { pageMetadata } from '@/app/page-metadata.ts';
import { PageHeading } from '@/components/furniture/page-heading.tsx';
import { SearchForm } from '@/components/search/search-form.tsx';
import { SearchResults } from '@/components/search/search-results.tsx';
import { searchScript } from '@/lib/page-scripts/bundle.ts';
import { topicsInUse, yearsOf } from '@/lib/publication/find.ts';
import { searchFacts } from './search-facts.ts';

export function generateMetadata(): Metadata {
  const current = currentSite();
  const { urls, words } = current;
  const { title, label } = words.search;
  return { ...pageMetadata(current, { title, description: label, path: urls.search }), robots: { index: false } };
}

export default function SearchPage() {
  const { publication, site, dateStyle, urls, words } = currentSite();
  const { articles } = publication;
  const topics = topicsInUse(publication);
  return (
    <main id="text" className="page">
      <PageHeading title={words.search.title} />
      <SearchForm topics={topics} years={yearsOf(articles, site.timeZone)} urls={urls} words={words} />
      <SearchResults topics={topics} urls={urls} words={words} />
      <script
        type="module"
        data-search={JSON.stringify(searchFacts(dateStyle.lang, words))}
        dangerouslySetInnerHTML={{ __html: searchScript() }}
      />
    </main>
  );
}

import type { Metadata } from 'next';
import { currentSite } from '@/app/current-site.ts';
import { pageMetadata } from '@/app/page-metadata.ts';
import { PageHeading } from '@/components/furniture/page-heading.tsx';
import { SearchForm } from '@/components/search/search-form.tsx';
import { SearchResults } from '@/components/search/search-results.tsx';
import type { Words } from '@/lib/languages/words.ts';
import { searchScript } from '@/lib/page-scripts/bundle.ts';
import type { SearchFacts } from '@/lib/page-scripts/search/facts.ts';
import { currentSearch } from '@/lib/publication/current-search.ts';
import { topicsInUse, yearsOf } from '@/lib/publication/find.ts';

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

/** The data for the script of the search: the paths of the index, and the words that it shows. */
function searchFacts(lang: string, { search }: Pick<Words, 'search'>): SearchFacts {
  const { runtime, indexes } = currentSearch() ?? { runtime: '', indexes: [] };
  const { pluralCategories } = new Intl.PluralRules(lang).resolvedOptions();
  const found = Object.fromEntries(pluralCategories.map((category) => [category, search.found(category)]));
  const words = { busy: search.busy, nothing: search.nothing.title, failed: search.failed.title, found };
  return { runtime, indexes, lang, words };
}

import type { Words } from '@/lib/languages/words.ts';
import type { SearchFacts } from '@/lib/page-scripts/search/facts.ts';
import { currentSearch } from '@/lib/publication/current-search.ts';

/** The data for the script of the search: the paths of the index, and the words that it shows. */
export function searchFacts(lang: string, { search }: Pick<Words, 'search'>): SearchFacts {
  const { runtime, indexes } = currentSearch() ?? { runtime: '', indexes: [] };
  const { pluralCategories } = new Intl.PluralRules(lang).resolvedOptions();
  const found = Object.fromEntries(pluralCategories.map((category) => [category, search.found(category)]));
  const words = { busy: search.busy, nothing: search.nothing.title, failed: search.failed.title, found };
  return { runtime, indexes, lang, words };
}

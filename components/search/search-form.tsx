import type { Words } from '@/lib/languages/words.ts';
import type { Named } from '@/lib/model/model.ts';
import type { Urls } from '@/lib/model/urls.ts';

type Props = {
  topics: readonly Named[];
  years: readonly number[];
  urls: Urls;
  words: Pick<Words, 'number' | 'search'>;
};

/** The search form: a plain GET form. Filters that would change nothing are left out. */
export function SearchForm({ topics, years, urls, words: { number, search } }: Props) {
  return (
    <search>
      <form action={urls.search} className="search-form">
        <label htmlFor="q" className="hidden-text">
          {search.label}
        </label>
        <div className="search-line">
          <input
            id="q"
            type="search"
            name="q"
            placeholder={search.label}
            maxLength={200}
            autoComplete="off"
            spellCheck={false}
            enterKeyHint="search"
            className="search-field"
          />
          <button type="submit" className="search-button">
            {search.title}
          </button>
        </div>
        <div className="search-filters">
          {topics.length > 1 && (
            <label>
              {search.topic}
              <select name="topic">
                <option value="">{search.allTopics}</option>
                {topics.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
          )}
          {years.length > 1 && (
            <label>
              {search.year}
              <select name="year">
                <option value="">{search.allYears}</option>
                {years.map((year) => (
                  <option key={year} value={year}>
                    {number(year)}
                  </option>
                ))}
              </select>
            </label>
          )}
        </div>
      </form>
    </search>
  );
}

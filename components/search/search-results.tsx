import type { Words } from '@/lib/languages/words.ts';
import type { Named } from '@/lib/model/model.ts';
import type { Urls } from '@/lib/model/urls.ts';

type Props = { topics: readonly Named[]; urls: Urls; words: Pick<Words, 'search' | 'topics'> };

/**
 * What is below the search form. `data-when` names the states in which a part is shown; the script switches between them.
 * Without script there are links to all articles and topics.
 */
export function SearchResults({ topics, urls, words: { search, topics: topicsTitle } }: Props) {
  return (
    <>
      <p role="status" className="search-status" />
      <p data-when="idle" className="search-note search-hint">
        {search.hint}
      </p>
      <p data-when="nothing" hidden className="search-note">
        {search.nothing.text}
      </p>
      <p data-when="failed" hidden className="search-note">
        {search.failed.text}
      </p>
      <noscript>
        <p className="search-note">{search.withoutScript}</p>
      </noscript>
      <nav data-when="idle nothing failed" aria-label={topicsTitle} className="search-ways">
        <ul>
          <li>
            <a href={urls.home}>{search.allArticles}</a>
          </li>
          {topics.map(({ id, name }) => (
            <li key={id}>
              <a href={urls.topic(id)}>{name}</a>
            </li>
          ))}
        </ul>
      </nav>
      <ol data-when="results" hidden className="hits">
        <HitPattern address={urls.search} title={search.title} />
      </ol>
      <button type="button" hidden className="search-more">
        {search.more}
      </button>
    </>
  );
}

/** The empty template of a result, which the script fills. */
function HitPattern({ address, title }: { address: string; title: string }) {
  return (
    <li className="hit" hidden>
      <p className="label">
        <span className="hit-topic" />
        <span className="text-soft">
          <span className="hit-kind" /> · <time className="hit-day" dateTime="2026-01-01" />
        </span>
      </p>
      <h2 className="hit-title">
        <a href={address} className="hit-link">
          {title}
        </a>
      </h2>
      <ul className="hit-passages">
        <li className="hit-passage">
          <a href={address}>{title}</a>
          <p>
            <mark />
          </p>
        </li>
      </ul>
    </li>
  );
}

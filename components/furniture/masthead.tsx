import type { Words } from '@/lib/languages/words.ts';
import type { Named, Site } from '@/lib/model/model.ts';
import type { Urls } from '@/lib/model/urls.ts';

type Props = { site: Pick<Site, 'name' | 'logo'>; topics: readonly Named[]; urls: Urls; words: Words };

/** The publication's name, and the way to its main topics and to the search. It wraps where there is no room. */
export function Masthead({ site, topics, urls, words }: Props) {
  return (
    <header className="page masthead">
      <a href={urls.home} className="nameplate">
        {site.logo ? (
          <img src={urls.logo} alt={site.name} className="logo" width={site.logo.width} height={site.logo.height} />
        ) : (
          site.name
        )}
      </a>
      <nav aria-label={words.mainMenu}>
        <ul>
          {topics.map(({ id, name }) => (
            <li key={id}>
              <a href={urls.topic(id)}>{name}</a>
            </li>
          ))}
          <li>
            <a href={urls.search}>{words.search.title}</a>
          </li>
        </ul>
      </nav>
    </header>
  );
}

import type { Urls } from '@/lib/article/urls.ts';
import type { Site } from '@/lib/content/model.ts';
import type { Words } from '@/lib/languages/words.ts';

type Props = { site: Pick<Site, 'name'>; hasGlossary: boolean; urls: Urls; words: Words };

/** The publication's name and the way to its other pages. */
export function Masthead({ site, hasGlossary, urls, words }: Props) {
  return (
    <header className="page masthead">
      <a href={urls.home} className="nameplate">
        {site.name}
      </a>
      <nav aria-label={words.mainMenu}>
        <ul>
          {hasGlossary && (
            <li>
              <a href={urls.glossary}>{words.glossary}</a>
            </li>
          )}
          <li>
            <a href={urls.search}>{words.search.title}</a>
          </li>
          <li>
            <a href={urls.about}>{words.about}</a>
          </li>
        </ul>
      </nav>
    </header>
  );
}

import type { Urls } from '@/lib/article/urls.ts';
import type { Site } from '@/lib/content/model.ts';
import type { Words } from '@/lib/languages/words.ts';

type Props = { site: Pick<Site, 'name'>; hasGlossary: boolean; urls: Urls; words: Words };

/** The publication's name and the way to its other pages. */
export function Masthead({ site, hasGlossary, urls, words }: Props) {
  return (
    <header className="page flex flex-wrap items-baseline justify-between gap-x-6 border-be border-rule py-3 font-sans text-small">
      <a href={urls.home} className="py-1 font-serif text-title font-bold tracking-tight no-underline">
        {site.name}
      </a>
      <nav aria-label={words.mainMenu}>
        <ul className="flex gap-5">
          {hasGlossary && (
            <li>
              <a href={urls.glossary} className="block py-1 no-underline">
                {words.glossary}
              </a>
            </li>
          )}
          <li>
            <a href={urls.search} className="block py-1 no-underline">
              {words.search.title}
            </a>
          </li>
          <li>
            <a href={urls.about} className="block py-1 no-underline">
              {words.about}
            </a>
          </li>
        </ul>
      </nav>
    </header>
  );
}

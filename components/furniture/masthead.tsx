import type { Words } from '@/lib/languages/words.ts';
import { pageIds } from '@/lib/markdown/page-ids.ts';
import type { Named, Site } from '@/lib/model/model.ts';
import type { Urls } from '@/lib/model/urls.ts';
import type { LanguageLink } from '@/lib/publication/editions.ts';
import type { MenuLink } from '@/lib/publication/site-menus.ts';

type Props = {
  site: Pick<Site, 'name' | 'logo'>;
  topics: readonly Named[];
  /** The menu that the publication defines, instead of the topics and the search. */
  menu?: readonly MenuLink[] | undefined;
  /** The other languages of the publication. */
  languages?: readonly LanguageLink[] | undefined;
  urls: Urls;
  words: Words;
};

function ownMenu(topics: readonly Named[], urls: Urls, words: Words): MenuLink[] {
  return [
    ...topics.map(({ id, name }) => ({ label: name, path: urls.topic(id) })),
    { label: words.search.title, path: urls.search },
  ];
}

/** The height of a logo, in CSS pixels. */
const logoHeight = 32;

/** The skip link, the publication's name, and links to its main topics and to the search. It wraps if there is no room. */
export function Masthead({ site, topics, menu, languages = [], urls, words }: Props) {
  return (
    <header className="page masthead">
      <a href={`#${pageIds.text}`} className="skip">
        {words.skipToText}
      </a>
      <a href={urls.home} className="nameplate">
        {site.logo ? (
          // biome-ignore lint/performance/noImgElement: Next's would load a script to show it.
          <img
            src={urls.logo}
            alt={site.name}
            className="logo"
            width={Math.round((site.logo.width / site.logo.height) * logoHeight)}
            height={logoHeight}
          />
        ) : (
          site.name
        )}
      </a>
      <nav aria-label={words.mainMenu}>
        <ul>
          {(menu ?? ownMenu(topics, urls, words)).map(({ label, path }) => (
            <li key={`${path} ${label}`}>
              <a href={path}>{label}</a>
            </li>
          ))}
          {languages.map(({ lang, dir, label, path }) => (
            <li key={lang}>
              <a href={path} lang={lang} hrefLang={lang} dir={dir}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}

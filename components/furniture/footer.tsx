import type { Words } from '@/lib/languages/words.ts';
import type { Site } from '@/lib/model/model.ts';
import type { Urls } from '@/lib/model/urls.ts';
import type { MenuLink } from '@/lib/publication/site-menus.ts';
import type { SiteTopics } from '@/lib/publication/site-topics.ts';
import { RightsLine } from './rights-line.tsx';
import { ThemeChoice } from './theme-choice.tsx';

type Props = {
  site: Pick<Site, 'name' | 'tagline' | 'contact' | 'social' | 'rights' | 'publisher'>;
  /** Which optional pages exist. */
  has: { glossary: boolean; corrections: boolean };
  topics: Omit<SiteTopics, 'main'>;
  /** The links that the publication defines, instead of its topics. */
  menu?: readonly MenuLink[] | undefined;
  urls: Urls;
  words: Words;
};

/**
 * The footer of every page: what the publication is, where to report an error, links to its topics and other pages, and the choice of a
 * theme.
 */
export function Footer({ site, has, topics, menu, urls, words }: Props) {
  return (
    <footer className="page imprint">
      <div>
        <p>
          <a href={urls.home} className="font-semibold text-ink">
            {site.name}
          </a>
          <br />
          {site.tagline}
        </p>
        <p className="mbs-2">
          {words.corrections} <a href={`mailto:${site.contact}`}>{site.contact}</a>
        </p>
        <RightsLine site={site} words={words} />
        <ul>
          {linksOf({ site, has, topics, menu, urls, words }).map(({ label, path, rel }) => (
            <li key={`${path} ${label}`}>
              <a href={path} rel={rel}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </div>
      <ThemeChoice words={words} />
    </footer>
  );
}

/** The links in the footer: the chosen ones or the topics, the standard pages, the feed, and the publication elsewhere. */
function linksOf({ site, has, topics, menu, urls, words }: Props): (MenuLink & { rel?: string })[] {
  const chosen = menu ?? [
    ...topics.listed.map(({ id, name }) => ({ label: name, path: urls.topic(id) })),
    ...(topics.hasMore ? [{ label: words.search.allTopics, path: urls.search }] : []),
  ];
  const own = [
    { label: words.about, path: urls.about },
    ...(has.glossary ? [{ label: words.glossary, path: urls.glossary }] : []),
    ...(has.corrections ? [{ label: words.correctionsTitle, path: urls.corrections }] : []),
    { label: words.feed, path: urls.feed('rss') },
  ];
  return [
    ...chosen,
    ...own.filter(({ path }) => !chosen.some((link) => link.path === path)),
    ...site.social.map((address) => ({ label: placeOf(address), path: address, rel: 'me' })),
  ];
}

/** The label of a link elsewhere: its host name. */
function placeOf(address: string): string {
  return new URL(address).hostname.replace(/^www\./, '');
}

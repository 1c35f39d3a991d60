import type { Words } from '@/lib/languages/words.ts';
import type { Site } from '@/lib/model/model.ts';
import type { Urls } from '@/lib/model/urls.ts';
import type { SiteTopics } from '@/lib/publication/site-topics.ts';
import { ThemeChoice } from './theme-choice.tsx';

type Props = {
  site: Pick<Site, 'name' | 'tagline' | 'contact'>;
  /** Which pages there are that not every site has. */
  has: { glossary: boolean; corrections: boolean };
  topics: Omit<SiteTopics, 'main'>;
  urls: Urls;
  words: Words;
};

/** The end of every page: what the publication is, where to report an error, the way to its topics and other pages, and how the page looks. */
export function Footer({ site, has, topics, urls, words }: Props) {
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
        <ul>
          {topics.listed.map(({ id, name }) => (
            <li key={id}>
              <a href={urls.topic(id)}>{name}</a>
            </li>
          ))}
          {topics.hasMore && (
            <li>
              <a href={urls.search}>{words.search.allTopics}</a>
            </li>
          )}
          <li>
            <a href={urls.about}>{words.about}</a>
          </li>
          {has.glossary && (
            <li>
              <a href={urls.glossary}>{words.glossary}</a>
            </li>
          )}
          {has.corrections && (
            <li>
              <a href={urls.corrections}>{words.correctionsTitle}</a>
            </li>
          )}
          <li>
            <a href={urls.feed('rss')}>{words.feed}</a>
          </li>
        </ul>
      </div>
      <ThemeChoice words={words} />
    </footer>
  );
}

import type { Urls } from '@/lib/article/urls.ts';
import type { Site } from '@/lib/content/model.ts';
import type { Words } from '@/lib/languages/words.ts';
import { ThemeChoice } from './theme-choice.tsx';

type Props = {
  site: Pick<Site, 'name' | 'tagline' | 'contact'>;
  hasCorrections: boolean;
  urls: Urls;
  words: Words;
};

/** The end of every page: what the publication is, where to report an error, and how the page looks. */
export function Footer({ site, hasCorrections, urls, words }: Props) {
  return (
    <footer className="page imprint">
      <div>
        <p>
          <a href={urls.home} className="font-semibold text-ink no-underline">
            {site.name}
          </a>
          <br />
          {site.tagline}
        </p>
        <p className="mbs-2">
          {words.corrections} <a href={`mailto:${site.contact}`}>{site.contact}</a>
          {hasCorrections && (
            <>
              {' · '}
              <a href={urls.corrections}>{words.correctionsTitle}</a>
            </>
          )}
        </p>
        <p className="feed-link">
          <a href={urls.feed('rss')}>{words.feed}</a>
        </p>
      </div>
      <ThemeChoice words={words} />
    </footer>
  );
}

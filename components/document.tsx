import type { ReactNode } from 'react';
import type { SiteTopics } from '@/lib/article/site-topics.ts';
import type { Urls } from '@/lib/article/urls.ts';
import type { Site } from '@/lib/content/model.ts';
import type { Words } from '@/lib/languages/words.ts';
import { pageIds } from '@/lib/markdown/page-ids.ts';
import type { PageScripts } from '@/lib/page-scripts/bundle.ts';
import { Footer } from './footer.tsx';
import { Masthead } from './masthead.tsx';

type Props = {
  site: Site;
  /** Which pages there are that not every site has. */
  has: { glossary: boolean; corrections: boolean };
  topics: SiteTopics;
  urls: Urls;
  words: Words;
  scripts: PageScripts;
  /** What the preview adds; no page of the site has it. */
  previewTools?: ReactNode;
  children: ReactNode;
};

/**
 * What the browser may fetch ahead (Speculation Rules API): a page of the site whose link is hovered or touched, and
 * where that is an article in a list, the likeliest next page, the browser may draw it ahead as well.
 */
function speculationRules({ home }: Urls): string {
  return JSON.stringify({
    prefetch: [{ where: { href_matches: `${home}*` }, eagerness: 'moderate' }],
    prerender: [{ where: { selector_matches: '.teaser a' }, eagerness: 'moderate' }],
  });
}

/** The whole HTML document around a page: skip link, masthead, the page, footer, and the site's own two scripts with the
 * rules for what may be fetched ahead. */
export function Document({ site, has, topics, urls, words, scripts, previewTools, children }: Props) {
  return (
    // The early script sets the remembered theme on this element before React sees it.
    <html lang={site.lang} dir={site.dir} suppressHydrationWarning>
      <head>
        <script dangerouslySetInnerHTML={{ __html: scripts.early }} />
      </head>
      <body>
        <a href={`#${pageIds.text}`} className="skip">
          {words.skipToText}
        </a>
        <Masthead site={site} topics={topics.main} urls={urls} words={words} />
        {children}
        <Footer site={site} has={has} topics={topics} urls={urls} words={words} />
        <script type="module" dangerouslySetInnerHTML={{ __html: scripts.module }} />
        <script type="speculationrules" dangerouslySetInnerHTML={{ __html: speculationRules(urls) }} />
        {previewTools}
      </body>
    </html>
  );
}

import type { ReactNode } from 'react';
import type { Words } from '@/lib/languages/words.ts';
import { digitsOf, formattingLocale } from '@/lib/model/formatting-locale.ts';
import { lookRules } from '@/lib/model/look/look.ts';
import type { Site } from '@/lib/model/model.ts';
import type { Urls } from '@/lib/model/urls.ts';
import type { PageScripts } from '@/lib/page-scripts/bundle.ts';
import type { SiteMenus } from '@/lib/publication/site-menus.ts';
import type { SiteTopics } from '@/lib/publication/site-topics.ts';
import { Footer } from './footer.tsx';
import { Masthead } from './masthead.tsx';

type Props = {
  site: Site;
  /** Which pages there are that not every site has. */
  has: { glossary: boolean; corrections: boolean };
  topics: SiteTopics;
  /** The menus that the publication has made itself. */
  menus?: SiteMenus;
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

/** What the style sheet has to know of how a site is written: a page in English has none of it. */
function scriptClasses({ lang, digits, dir }: Site): string | undefined {
  const names = [
    ...(new Intl.Locale(lang).maximize().script === 'Arab' ? ['arabic'] : []),
    ...(dir === 'rtl' ? ['rtl'] : []),
    ...(digitsOf(formattingLocale({ lang, digits })) === 'arab' ? ['arab-digits'] : []),
  ];
  return names.length > 0 ? names.join(' ') : undefined;
}

function lookSetting({ logo }: Site, { font }: Urls) {
  return { fontAddress: font, hasLogo: logo !== undefined };
}

/** The whole HTML document around a page: masthead, the page, footer, and the site's own two scripts with the
 * rules for what may be fetched ahead. */
export function Document({ site, has, topics, menus, urls, words, scripts, previewTools, children }: Props) {
  return (
    // The early script sets the remembered theme on this element before React sees it.
    <html lang={site.lang} dir={site.dir} className={scriptClasses(site)} suppressHydrationWarning>
      <head>
        {site.rights?.ai === 'deny' && <meta name="tdm-reservation" content="1" />}
        {site.look && <style dangerouslySetInnerHTML={{ __html: lookRules(site.look, lookSetting(site, urls)) }} />}
        <script dangerouslySetInnerHTML={{ __html: scripts.early }} />
      </head>
      <body>
        <Masthead site={site} topics={topics.main} menu={menus?.main} urls={urls} words={words} />
        {children}
        <Footer site={site} has={has} topics={topics} menu={menus?.footer} urls={urls} words={words} />
        <script type="speculationrules" dangerouslySetInnerHTML={{ __html: speculationRules(urls) }} />
        <script type="module" dangerouslySetInnerHTML={{ __html: scripts.module }} />
        {previewTools}
      </body>
    </html>
  );
}

import type { ReactNode } from 'react';
import type { Words } from '@/lib/languages/words.ts';
import { digitsOf, formattingLocale } from '@/lib/model/formatting-locale.ts';
import { lookRules } from '@/lib/model/look/look.ts';
import type { Site } from '@/lib/model/model.ts';
import type { Urls } from '@/lib/model/urls.ts';
import type { PageScripts } from '@/lib/page-scripts/bundle.ts';
import type { LanguageLink } from '@/lib/publication/editions.ts';
import type { SiteMenus } from '@/lib/publication/site-menus.ts';
import type { SiteTopics } from '@/lib/publication/site-topics.ts';
import { Footer } from './footer.tsx';
import { Masthead } from './masthead.tsx';

type Props = {
  site: Site;
  /** Which optional pages exist. */
  has: { glossary: boolean; corrections: boolean };
  topics: SiteTopics;
  /** The menus that the publication defines. */
  menus?: SiteMenus;
  /** The other languages of the publication. */
  languages?: readonly LanguageLink[];
  urls: Urls;
  words: Words;
  scripts: PageScripts;
  /** What the preview adds; never on a page of the site. */
  previewTools?: ReactNode;
  children: ReactNode;
};

/**
 * What the browser may load ahead (Speculation Rules API): it may prefetch a page of the site whose link is hovered
 * or touched, and prerender an article in a list, which is the likeliest next page.
 */
function speculationRules({ home }: Urls): string {
  return JSON.stringify({
    prefetch: [{ where: { href_matches: `${home}*` }, eagerness: 'moderate' }],
    prerender: [{ where: { selector_matches: '.teaser a' }, eagerness: 'moderate' }],
  });
}

/** Classes for the script and the digits of a site; a page in English has none. */
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

/** The whole HTML document around a page: masthead, the page, footer, the site's two scripts, and the speculation rules. */
export function Document({ site, has, topics, menus, languages, urls, words, scripts, previewTools, children }: Props) {
  return (
    // The early script sets the remembered theme on this element before React sees it.
    <html lang={site.lang} dir={site.dir} className={scriptClasses(site)} suppressHydrationWarning>
      <head>
        {site.rights?.ai === 'deny' && <meta name="tdm-reservation" content="1" />}
        {site.look && <style dangerouslySetInnerHTML={{ __html: lookRules(site.look, lookSetting(site, urls)) }} />}
        <script dangerouslySetInnerHTML={{ __html: scripts.early }} />
      </head>
      <body>
        <Masthead site={site} topics={topics.main} menu={menus?.main} languages={languages} urls={urls} words={words} />
        {children}
        <Footer site={site} has={has} topics={topics} menu={menus?.footer} urls={urls} words={words} />
        <script type="speculationrules" dangerouslySetInnerHTML={{ __html: speculationRules(urls) }} />
        <script type="module" dangerouslySetInnerHTML={{ __html: scripts.module }} />
        {previewTools}
      </body>
    </html>
  );
}

import { Fragment } from 'react';
import type { LanguageLink } from '@/lib/publication/editions.ts';

/** Links to the page in other languages, each named in its own. */
export function LanguageLinks({ languages, between }: { languages: readonly LanguageLink[]; between: string }) {
  return languages.map(({ lang, dir, label, path }) => (
    <Fragment key={lang}>
      {between}
      <a href={path} lang={lang} hrefLang={lang} dir={dir}>
        {label}
      </a>
    </Fragment>
  ));
}

import { Fragment } from 'react';
import type { LanguageLink } from '@/lib/publication/editions.ts';

/** Links to the page in other languages, each named in its own, after a wide space that leaves nothing behind where the line ends. */
export function LanguageLinks({ languages }: { languages: readonly LanguageLink[] }) {
  return languages.map(({ lang, dir, label, path }) => (
    <Fragment key={lang}>
      {'\u2003'}
      <a href={path} lang={lang} hrefLang={lang} dir={dir}>
        {label}
      </a>
    </Fragment>
  ));
}

import type { ReactNode } from 'react';
import { ownDirection } from '@/lib/languages/direction.ts';
import { labelTexts } from '@/lib/languages/label-texts.ts';
import type { Words } from '@/lib/languages/words.ts';
import type { ShownDate } from '@/lib/model/dates.ts';
import type { Urls } from '@/lib/model/urls.ts';
import type { Brief } from '@/lib/publication/teaser-digest.ts';
import { ShownTime } from '../furniture/shown-time.tsx';

type Props = {
  article: Brief;
  /** The class of its size and place. */
  className?: string;
  picture?: ReactNode;
  standfirst?: string | undefined;
  /** Who wrote it, if the list says so. */
  byline?: string | undefined;
  /** The level of the headline: one below the heading of the list. */
  level: 2 | 3;
  /** Its language, if that is not the one of the page. */
  hrefLang?: string | undefined;
  date: ShownDate;
  urls: Urls;
  words: Pick<Words, 'dir' | 'kinds' | 'labels'>;
};

/** An article in a list: what it is about, its headline, which is its one link, and when it was published. */
export function Teaser({
  article: { slug, title, topics, kind, labels },
  className = '',
  picture,
  standfirst,
  byline,
  level,
  hrefLang,
  date,
  urls,
  words,
}: Props) {
  const Headline: 'h2' | 'h3' = `h${level}`;
  return (
    <li className={`teaser${picture ? ' pictured' : ''}${className && ` ${className}`}`}>
      <div>
        <p className="label">
          {topics[0].name}
          {kind !== 'report' && <span className="text-soft"> · {words.kinds[kind]}</span>}
          {labelTexts(labels, words).map((label) => (
            <b key={label}> · {label}</b>
          ))}
        </p>
        <Headline className="teaser-headline" dir={ownDirection(title, words.dir)}>
          <a href={urls.article(slug)} hrefLang={hrefLang}>
            {title}
          </a>
        </Headline>
        {standfirst !== undefined && (
          <p className="teaser-standfirst" dir={ownDirection(standfirst, words.dir)}>
            {standfirst}
          </p>
        )}
        <p className="font-sans text-caption text-soft">
          {byline !== undefined && (
            <>
              {byline}
              <br />
            </>
          )}
          <ShownTime date={date} />
        </p>
      </div>
      {picture}
    </li>
  );
}

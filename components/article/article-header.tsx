import type { ReactNode } from 'react';
import { ownDirection } from '@/lib/languages/direction.ts';
import type { Words } from '@/lib/languages/words.ts';
import { type DateStyle, showInstant } from '@/lib/model/dates.ts';
import type { Article } from '@/lib/model/model.ts';
import { readingMinutes } from '@/lib/model/reading-time.ts';
import type { Urls } from '@/lib/model/urls.ts';
import type { LanguageLink } from '@/lib/publication/editions.ts';
import type { Update } from '@/lib/versions/updates.ts';
import { Credits } from '../furniture/credits.tsx';
import { LanguageLinks } from '../furniture/language-links.tsx';
import { ShownTime } from '../furniture/shown-time.tsx';
import { Byline } from './byline.tsx';
import { Share } from './share.tsx';
import { UpdateLine } from './update-line.tsx';

type Props = {
  article: Article;
  latest: Update | undefined;
  /** The article in other languages. */
  languages?: readonly LanguageLink[];
  dateStyle: DateStyle;
  urls: Urls;
  words: Words;
  /** What readers have to know before the text. */
  children?: ReactNode;
};

/** Topic and kind, headline, standfirst, byline and date. */
export function ArticleHeader({ article, latest, languages = [], dateStyle, urls, words, children }: Props) {
  const [topic] = article.topics;
  const { sponsor, satire, warning } = article.labels;
  return (
    <header className="article-head">
      <p className="label">
        <a href={urls.topic(topic.id)} className="kicker">
          {topic.name}
        </a>
        {article.kind !== 'report' && <span className="text-soft"> · {words.kinds[article.kind]}</span>}
        {sponsor && (
          <b>
            {' · '}
            {sponsor.url === undefined ? (
              words.labels.sponsored(sponsor.name)
            ) : (
              <a href={sponsor.url} rel="sponsored">
                {words.labels.sponsored(sponsor.name)}
              </a>
            )}
          </b>
        )}
        {satire && <b> · {words.labels.satire}</b>}
        {article.series && article.part !== undefined && (
          <span className="text-soft">
            {' · '}
            <a href={urls.series(article.series.id)}>{words.series.part(article.part, article.series.name)}</a>
          </span>
        )}
      </p>
      <h1 className="headline" dir={ownDirection(article.title, words.dir)}>
        {article.title}
      </h1>
      <p className="standfirst" dir={ownDirection(article.standfirst, words.dir)}>
        {article.standfirst}
      </p>
      <div className="signed">
        <Share words={words} />
        <p>
          <Byline authors={article.authors} lang={dateStyle.lang} urls={urls} words={words} />
          <Credits article={article} lang={dateStyle.lang} words={words} />
          <br />
          <ShownTime date={showInstant(article.published, dateStyle)} />
          {'\u00a0· '}
          {words.readingTime(readingMinutes(article.words))}
          <LanguageLinks languages={languages} />
          {article.versions > 0 && (
            <>
              <br />
              {latest && (
                <>
                  <UpdateLine
                    update={latest}
                    changes={urls.version(article.slug, latest.version.number)}
                    dateStyle={dateStyle}
                    words={words}
                  />
                  {'\u00a0· '}
                </>
              )}
              <a href={urls.versions(article.slug)}>{words.versions}</a>
            </>
          )}
        </p>
      </div>
      {warning !== undefined && (
        <p className="warning" dir={ownDirection(warning, words.dir)}>
          <b>{words.labels.warning}:</b> {warning}
        </p>
      )}
      {children}
    </header>
  );
}

import type { Words } from '@/lib/languages/words.ts';
import type { LocatorMap as DrawnMap } from '@/lib/map/draw-map.ts';
import { pageIds } from '@/lib/markdown/page-ids.ts';
import { type DateStyle, showInstant } from '@/lib/model/dates.ts';
import type { Article } from '@/lib/model/model.ts';
import type { Urls } from '@/lib/model/urls.ts';
import { contentsOf } from '@/lib/publication/contents.ts';
import type { LanguageLink } from '@/lib/publication/editions.ts';
import type { BesidePart } from '@/lib/publication/find.ts';
import type { Brief } from '@/lib/publication/teaser-digest.ts';
import { updatesOf } from '@/lib/versions/updates.ts';
import { AboutAuthors } from '../furniture/about-authors.tsx';
import { PrintedEnd } from '../furniture/printed-end.tsx';
import { MoreOnThis } from '../lists/more-on-this.tsx';
import { PartsBeside } from '../lists/parts-beside.tsx';
import { CorrectionText } from '../versions/corrections.tsx';
import { ArticleHeader } from './article-header.tsx';
import { ArticleSection } from './article-section.tsx';
import { Contents, ContentsBar } from './contents.tsx';
import { DriftLine, type ShownDrift } from './drift-line.tsx';
import { KeyPoints } from './key-points.tsx';
import { LeadPicture } from './lead-picture.tsx';
import { LocatorMap } from './locator-map.tsx';
import { Notes } from './notes.tsx';
import { Prose } from './prose.tsx';
import { Timeline } from './timeline.tsx';
import { WhosWho } from './whos-who.tsx';

type Props = {
  article: Article;
  map?: DrawnMap | undefined;
  related: readonly Brief[];
  /** The article in other languages. */
  languages?: readonly LanguageLink[];
  /** What of its original has changed since it was translated; the addresses are those of the original. */
  drift?: ShownDrift | undefined;
  /** The previous and next parts of its series. */
  beside?: BesidePart | undefined;
  dateStyle: DateStyle;
  urls: Urls;
  words: Words;
};

/** The article page, from headline to sources, with its map if its picture is one. */
export function ArticlePage({ article, map, related, languages, drift, beside, dateStyle, urls, words }: Props) {
  const {
    dateline,
    externalLinks,
    keyPoints,
    lead,
    notes,
    picture,
    published,
    sections,
    slug,
    timeline,
    unverified,
    who,
  } = article;
  const aboutAuthors = article.authors.filter(({ picture: portrait, bio }) => portrait || bio !== undefined);
  const contents = sections.length > 1 && contentsOf(article, words);
  const { latest, bySection } = updatesOf(article.record, sections);
  return (
    <main id={pageIds.text}>
      <article className="page article">
        <ArticleHeader
          article={article}
          latest={latest}
          languages={languages ?? []}
          dateStyle={dateStyle}
          urls={urls}
          words={words}
        >
          {drift && <DriftLine drift={drift} dateStyle={dateStyle} words={words} />}
        </ArticleHeader>
        {picture?.kind === 'image' && <LeadPicture picture={picture} urls={urls} />}
        {map && picture && <LocatorMap map={map} picture={picture} lang={dateStyle.lang} words={words} />}
        {contents && <Contents entries={contents} words={words} />}
        <div className="article-text">
          {contents && <ContentsBar words={words} />}
          {dateline !== undefined && <p className="dateline">{dateline}</p>}
          <Prose html={lead} />
          {keyPoints.length + unverified.length > 0 && (
            <KeyPoints points={keyPoints} unverified={unverified} words={words} />
          )}
          {sections.map((section) => (
            <ArticleSection
              key={section.id}
              section={section}
              version={bySection.get(section.id)}
              drift={drift && <DriftLine drift={drift} section={section.id} dateStyle={dateStyle} words={words} />}
              isLatest={bySection.get(section.id) === latest?.version}
              changes={(number) => `${urls.version(slug, number)}#section-${section.id}`}
              dateStyle={dateStyle}
              words={words}
            />
          ))}
          {timeline.length > 0 && (
            <Timeline entries={timeline} sections={sections} dateStyle={dateStyle} words={words} />
          )}
          {who.length > 0 && <WhosWho who={who} urls={urls} words={words} />}
          {notes.length > 0 && <Notes notes={notes} dateStyle={dateStyle} words={words} />}
          {who.length + notes.length > 0 && <CloseCard words={words} />}
          {article.corrections.length > 0 && (
            <section className="part">
              <h2 className="part-title">{words.correctionsTitle}</h2>
              {article.corrections.toReversed().map((correction) => (
                <CorrectionText
                  key={correction.number}
                  correction={correction}
                  changes={urls.version(slug, correction.number)}
                  dateStyle={dateStyle}
                  words={words}
                />
              ))}
            </section>
          )}
          {aboutAuthors.length > 0 && <AboutAuthors authors={aboutAuthors} urls={urls} words={words} />}
          {beside && <PartsBeside beside={beside} urls={urls} words={words} />}
          <PrintedEnd
            address={urls.absolute(urls.article(slug))}
            date={showInstant(published, dateStyle).text}
            links={externalLinks}
            words={words}
          />
        </div>
        <MoreOnThis topics={article.topics} articles={related} dateStyle={dateStyle} urls={urls} words={words} />
      </article>
    </main>
  );
}

/** The button that a script puts into the open card. */
function CloseCard({ words }: { words: Pick<Words, 'close'> }) {
  return (
    <button type="button" hidden className="card-close" aria-label={words.close}>
      ×
    </button>
  );
}

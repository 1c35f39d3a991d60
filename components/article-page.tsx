import { type DateStyle, showInstant } from '@/lib/article/dates.ts';
import type { Urls } from '@/lib/article/urls.ts';
import type { Article } from '@/lib/content/model.ts';
import type { Words } from '@/lib/languages/words.ts';
import { ArticleHeader } from './article-header.tsx';
import { ArticleSection } from './article-section.tsx';
import { FoldedContents, SideContents } from './contents.tsx';
import { KeyPoints } from './key-points.tsx';
import { Notes } from './notes.tsx';
import { PrintedEnd } from './printed-end.tsx';
import { Prose } from './prose.tsx';
import { Timeline } from './timeline.tsx';
import { WhosWho } from './whos-who.tsx';

type Props = { article: Article; dateStyle: DateStyle; urls: Urls; words: Words };

/** The article page, from headline to sources. */
export function ArticlePage({ article, dateStyle, urls, words }: Props) {
  const { dateline, externalLinks, keyPoints, lead, notes, published, sections, slug, timeline, who } = article;
  const hasContents = sections.length > 1;
  return (
    <main id="text">
      <article className="page article">
        <ArticleHeader article={article} dateStyle={dateStyle} urls={urls} words={words} />
        {hasContents && <SideContents sections={sections} words={words} />}
        <div className="article-text">
          {hasContents && <FoldedContents sections={sections} words={words} />}
          {keyPoints.length > 0 && <KeyPoints points={keyPoints} words={words} />}
          {dateline !== undefined && <p className="dateline">{dateline}</p>}
          <Prose html={lead} />
          {sections.map((section) => (
            <ArticleSection key={section.id} section={section} words={words} />
          ))}
          {timeline.length > 0 && <Timeline entries={timeline} dateStyle={dateStyle} words={words} />}
          {who.length > 0 && <WhosWho who={who} urls={urls} words={words} />}
          {notes.length > 0 && <Notes notes={notes} dateStyle={dateStyle} words={words} />}
          <PrintedEnd
            address={urls.absolute(urls.article(slug))}
            date={showInstant(published, dateStyle).text}
            links={externalLinks}
            words={words}
          />
        </div>
      </article>
    </main>
  );
}

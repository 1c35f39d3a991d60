import type { Words } from '@/lib/languages/words.ts';
import type { GlossaryEntry, Teaser } from '@/lib/model/model.ts';
import type { Urls } from '@/lib/model/urls.ts';
import { EntryFacts } from '../article/entry-facts.tsx';
import { Prose } from '../article/prose.tsx';

/** An entry, and the articles that mention it, newest first. */
type MentionedEntry = { entry: GlossaryEntry; articles: readonly Pick<Teaser, 'slug' | 'title'>[] };

type Props = { entries: readonly MentionedEntry[]; urls: Urls; words: Words };

/** Every entry of the glossary, each with the articles that mention it. */
export function GlossaryList({ entries, urls, words }: Props) {
  return entries.map(({ entry, articles }) => (
    <section key={entry.id} id={entry.id} className="entry">
      <h2 className="entry-name">{entry.name}</h2>
      <EntryFacts entry={entry} words={words} />
      <Prose html={entry.note} />
      {entry.url !== undefined && (
        <p>
          <a href={entry.url} className="external" rel="external noopener">
            {entry.url}
            <span className="hidden-text"> ({words.externalLink})</span>
          </a>
        </p>
      )}
      <p className="text-soft">{words.mentionedIn}</p>
      <ul>
        {articles.map(({ slug, title }) => (
          <li key={slug}>
            <a href={urls.article(slug)}>{title}</a>
          </li>
        ))}
      </ul>
    </section>
  ));
}

import type { Words } from '@/lib/languages/words.ts';
import { entryCardId } from '@/lib/markdown/page-ids.ts';
import type { SeenEntry } from '@/lib/model/model.ts';
import type { Urls } from '@/lib/model/urls.ts';
import { EntryFacts } from './entry-facts.tsx';
import { Prose } from './prose.tsx';

type Props = { who: readonly SeenEntry[]; urls: Urls; words: Words };

/** The people and things that the text mentions: a list whose entries a script turns into cards. */
export function WhosWho({ who, urls, words }: Props) {
  return (
    <section className="whos-who">
      <h2 className="part-title">{words.whosWho}</h2>
      {who.map((entry) => (
        <div key={entry.id} id={entryCardId(entry.id)} className="card" tabIndex={-1}>
          <p className="card-name">{entry.name}</p>
          <EntryFacts entry={entry} words={words} />
          <Prose html={entry.note} />
          {entry.hasMore && (
            <p className="card-more">
              <a href={urls.entry(entry.id)}>{words.inTheGlossary}</a>
            </p>
          )}
        </div>
      ))}
    </section>
  );
}

import type { Urls } from '@/lib/article/urls.ts';
import type { GlossaryEntry } from '@/lib/content/model.ts';
import type { Words } from '@/lib/languages/words.ts';
import { entryCardId } from '@/lib/markdown/page-ids.ts';
import { Card } from './card.tsx';
import { EntryFacts } from './entry-facts.tsx';
import { Prose } from './prose.tsx';

type Props = { who: readonly GlossaryEntry[]; urls: Urls; words: Words };

/** Whom and what the text mentions: a card each on a screen, a list on paper. */
export function WhosWho({ who, urls, words }: Props) {
  return (
    <section className="whos-who">
      <h2 className="part-title">{words.whosWho}</h2>
      {who.map((entry) => (
        <Card key={entry.id} id={entryCardId(entry.id)} words={words}>
          <p className="card-name">{entry.name}</p>
          <EntryFacts entry={entry} words={words} />
          <Prose html={entry.note} />
          <p className="card-more">
            <a href={urls.entry(entry.id)}>{words.inTheGlossary}</a>
          </p>
        </Card>
      ))}
    </section>
  );
}

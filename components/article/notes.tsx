import type { Words } from '@/lib/languages/words.ts';
import { mentionId, noteId, pageIds } from '@/lib/markdown/page-ids.ts';
import { type DateStyle, showMoment } from '@/lib/model/dates.ts';
import type { Note, Source } from '@/lib/model/model.ts';
import { notesTitle } from '@/lib/publication/contents.ts';
import { ShownTime } from '../furniture/shown-time.tsx';
import { Prose } from './prose.tsx';

type Props = {
  notes: readonly Note[];
  dateStyle: DateStyle;
  words: Pick<Words, 'number' | 'comma' | 'sources' | 'notes' | 'sourceKinds' | 'backToMention' | 'allStatements'>;
};

/** The numbered sources and notes of the article, each with links back to the places that refer to it. */
export function Notes({ notes, dateStyle, words }: Props) {
  return (
    <section className="part" id={pageIds.sources}>
      <h2 className="part-title">{notesTitle(notes, words)}</h2>
      {restsOnStatements(notes) && <p className="notes-remark">{words.allStatements}</p>}
      <ol className="notes">
        {notes.map((note) => (
          <li key={note.number} id={noteId(note.number)}>
            <div className="card" tabIndex={-1}>
              {note.kind === 'text' ? (
                <Prose html={note.html} />
              ) : (
                <SourceLine source={note.source} dateStyle={dateStyle} words={words} />
              )}
            </div>
            {note.mentions > 0 && <BackLinks note={note} words={words} />}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Whether the article has sources and all of them are statements, which readers ought to know. */
function restsOnStatements(notes: readonly Note[]): boolean {
  const sources = notes.flatMap((note) => (note.kind === 'source' ? note.source : []));
  return sources.length > 0 && sources.every(({ kind }) => kind === 'statement');
}

function SourceLine({
  source: { name, kind, url, date },
  dateStyle,
  words,
}: { source: Source } & Omit<Props, 'notes'>) {
  return (
    <p>
      <span className="font-semibold">{url === undefined ? name : <a href={url}>{name}</a>}</span>
      <br />
      <span className="text-soft">
        {words.sourceKinds[kind]}
        {date && (
          <>
            {words.comma}
            <ShownTime date={showMoment(date, dateStyle)} />
          </>
        )}
      </span>
    </p>
  );
}

function BackLinks({ note: { number, mentions }, words }: { note: Note; words: Props['words'] }) {
  const all = Array.from({ length: mentions }, (_, index) => index + 1);
  return (
    <p className="back-links">
      {all.map((mention) => (
        <a key={mention} href={`#${mentionId(number, mention)}`} aria-label={words.backToMention(number, mention)}>
          ↑{mentions > 1 && words.number(mention)}
        </a>
      ))}
    </p>
  );
}

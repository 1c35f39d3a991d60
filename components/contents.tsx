import type { ContentsEntry } from '@/lib/article/contents.ts';
import type { Words } from '@/lib/languages/words.ts';

type Props = {
  entries: readonly ContentsEntry[];
  /** What is said of an entry under its title, by its id. */
  remarks?: ReadonlyMap<string, string>;
  words: Pick<Words, 'inThisArticle'>;
};

/** The table of contents, beside the text of a wide window. */
export function SideContents({ entries, remarks, words }: Props) {
  return (
    <nav className="toc side-toc" aria-label={words.inThisArticle}>
      <p className="mbe-2 font-semibold">{words.inThisArticle}</p>
      <List entries={entries} remarks={remarks} />
    </nav>
  );
}

/** The table of contents, folded under the header of a narrow window. */
export function FoldedContents({ entries, remarks, words }: Props) {
  return (
    <details className="toc folded-toc">
      <summary>{words.inThisArticle}</summary>
      <nav aria-label={words.inThisArticle}>
        <List entries={entries} remarks={remarks} />
      </nav>
    </details>
  );
}

function List({ entries, remarks }: { entries: Props['entries']; remarks: Props['remarks'] | undefined }) {
  return (
    <ol>
      {entries.map(({ id, title, isText }) => (
        <li key={id} className={isText ? undefined : 'beside'}>
          <a href={`#${id}`}>
            {title}
            {remarks?.has(id) && <small>{remarks.get(id)}</small>}
          </a>
        </li>
      ))}
    </ol>
  );
}

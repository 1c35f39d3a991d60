import type { ContentsEntry } from '@/lib/article/contents.ts';
import type { Words } from '@/lib/languages/words.ts';

type Props = {
  entries: readonly ContentsEntry[];
  words: Pick<Words, 'inThisArticle'>;
};

/** The table of contents, beside the text of a wide window. */
export function SideContents({ entries, words }: Props) {
  return (
    <nav className="toc side-toc" aria-label={words.inThisArticle}>
      <p className="mbe-2 font-semibold">{words.inThisArticle}</p>
      <List entries={entries} />
    </nav>
  );
}

/** The table of contents, folded under the header of a narrow window. */
export function FoldedContents({ entries, words }: Props) {
  return (
    <details className="toc folded-toc">
      <summary>{words.inThisArticle}</summary>
      <nav aria-label={words.inThisArticle}>
        <List entries={entries} />
      </nav>
    </details>
  );
}

function List({ entries }: Pick<Props, 'entries'>) {
  return (
    <ol>
      {entries.map(({ id, title, isText }) => (
        <li key={id} className={isText ? undefined : 'beside'}>
          <a href={`#${id}`}>{title}</a>
        </li>
      ))}
    </ol>
  );
}

import type { Words } from '@/lib/languages/words.ts';
import { pageIds } from '@/lib/markdown/page-ids.ts';
import type { ContentsEntry } from '@/lib/publication/contents.ts';

type Props = {
  entries: readonly ContentsEntry[];
  words: Pick<Words, 'inThisArticle'>;
};

/** The table of contents: beside the text in a wide window, and in a narrow one a sheet that its bar opens. */
export function Contents({ entries, words }: Props) {
  return (
    <nav className="toc card" id={pageIds.contents} popover="auto" aria-label={words.inThisArticle}>
      <p className="card-name">{words.inThisArticle}</p>
      <ol>
        {entries.map(({ id, title, isText }) => (
          <li key={id} className={isText ? undefined : 'beside'}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Opens the contents in a narrow window, even without a script, and stays at its top while the text is read. */
export function ContentsBar({ words }: Pick<Props, 'words'>) {
  return (
    <button type="button" className="toc-bar" popoverTarget={pageIds.contents}>
      {words.inThisArticle}
    </button>
  );
}

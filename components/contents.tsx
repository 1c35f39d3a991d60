import type { Section } from '@/lib/content/model.ts';
import type { Words } from '@/lib/languages/words.ts';

type Props = { sections: readonly Section[]; words: Pick<Words, 'inThisArticle'> };

/** The section table of contents, beside the text of a wide window. */
export function SideContents({ sections, words }: Props) {
  return (
    <nav className="toc side-toc" aria-label={words.inThisArticle}>
      <p className="mbe-2 font-semibold">{words.inThisArticle}</p>
      <List sections={sections} />
    </nav>
  );
}

/** The section table of contents, folded under the header of a narrow window. */
export function FoldedContents({ sections, words }: Props) {
  return (
    <details className="toc folded-toc">
      <summary>{words.inThisArticle}</summary>
      <nav aria-label={words.inThisArticle}>
        <List sections={sections} />
      </nav>
    </details>
  );
}

function List({ sections }: { sections: readonly Section[] }) {
  return (
    <ol>
      {sections.map(({ id, title }) => (
        <li key={id}>
          <a href={`#${id}`}>{title}</a>
        </li>
      ))}
    </ol>
  );
}

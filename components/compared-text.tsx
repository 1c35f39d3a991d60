import { partId } from '@/lib/article/updates.ts';
import type { Words } from '@/lib/languages/words.ts';
import type { ComparedPart, Piece } from '@/lib/record/compare.ts';

type Props = {
  parts: readonly ComparedPart[];
  /** What a part is called: the title of a section, or a word of the interface. */
  titleOf: (part: ComparedPart) => string;
  words: Pick<Words, 'added' | 'removed' | 'endOfChange' | 'onlyMarkup'>;
};

/** A version of the text, part by part, with what was added and removed since the one before. */
export function ComparedText({ parts, titleOf, words }: Props) {
  return parts.map((part) => (
    <section key={part.name} id={partId(part.name)} className="part">
      <h2 className="part-title">{titleOf(part)}</h2>
      {part.change === 'markup' && <p className="text-small text-soft">{words.onlyMarkup}</p>}
      <div className="compared">
        {part.paragraphs.map((pieces, index) => (
          <p key={index}>
            {pieces.map((piece, at) => (
              <Marked key={at} piece={piece} words={words} />
            ))}
          </p>
        ))}
      </div>
    </section>
  ));
}

/** Words that changed say so to those who hear them: browsers tell few screen readers of `ins` and `del`. */
function Marked({ piece: { kind, text }, words }: { piece: Piece; words: Props['words'] }) {
  if (kind === 'same') return text;
  const Mark = kind === 'added' ? 'ins' : 'del';
  return (
    <Mark>
      <span className="hidden-text"> {kind === 'added' ? words.added : words.removed} </span>
      {text}
      <span className="hidden-text"> ({words.endOfChange}) </span>
    </Mark>
  );
}

import type { Words } from '@/lib/languages/words.ts';
import type { ComparedPart, Piece } from '@/lib/versions/compare.ts';
import { partTitle } from '@/lib/versions/shown-versions.ts';
import { partId } from '@/lib/versions/updates.ts';
import { Notice } from './marked-words.tsx';

type Props = {
  parts: readonly ComparedPart[];
  words: Pick<Words, 'added' | 'removed' | 'endOfChange' | 'onlyMarkup' | 'unchanged' | 'parts'>;
};

/**
 * A version of the text: first the parts that changed since the previous version, with additions and removals, then
 * the others, folded. If nothing changed, as in the first version, everything is open.
 */
export function ComparedText({ parts, words }: Props) {
  const changed = parts.filter(({ change }) => change !== 'none');
  const unchanged = parts.filter(({ change }) => change === 'none');
  const shown = (list: readonly ComparedPart[]) =>
    list.map((part) => <Part key={part.name} part={part} words={words} />);
  if (changed.length === 0) return shown(parts);
  return (
    <>
      {shown(changed)}
      {unchanged.length > 0 && (
        <details className="part unchanged">
          <summary>{words.unchanged.rest}</summary>
          {shown(unchanged)}
        </details>
      )}
    </>
  );
}

function Part({ part, words }: { part: ComparedPart; words: Props['words'] }) {
  const { name, title, change, paragraphs } = part;
  const line = (pieces: readonly Piece[]) => pieces.map((piece, at) => <Marked key={at} piece={piece} words={words} />);
  return (
    <section id={partId(name)} className="part compared">
      <h2 className="part-title">{title.length > 0 ? line(title) : partTitle(part, words)}</h2>
      {change === 'markup' && <p className="text-small text-soft">{words.onlyMarkup}</p>}
      {inRuns(paragraphs).map((run, index) => {
        const lines = run.map((pieces, at) => <p key={at}>{line(pieces)}</p>);
        return change === 'none' || !isFolded(run) ? (
          lines
        ) : (
          <details key={index} className="unchanged">
            <summary>{words.unchanged.paragraphs}</summary>
            {lines}
          </details>
        );
      })}
    </section>
  );
}

/** Groups consecutive paragraphs into changed and unchanged ones. */
function inRuns(paragraphs: readonly Piece[][]): Piece[][][] {
  const runs: Piece[][][] = [];
  for (const [index, pieces] of paragraphs.entries()) {
    const previous = paragraphs[index - 1];
    if (previous && isUnchanged(previous) === isUnchanged(pieces)) runs.at(-1)?.push(pieces);
    else runs.push([pieces]);
  }
  return runs;
}

/** A single paragraph is not worth folding. */
function isFolded(run: readonly Piece[][]): boolean {
  return run.length > 1 && run.every(isUnchanged);
}

function isUnchanged(pieces: readonly Piece[]): boolean {
  return pieces.every(({ kind }) => kind === 'same');
}

/** Changed words are announced in text, because few screen readers announce `ins` and `del`. */
function Marked({ piece: { kind, text }, words }: { piece: Piece; words: Props['words'] }) {
  if (kind === 'same') return text;
  if (kind === 'notice') return <Notice text={text} />;
  const Mark = kind === 'added' ? 'ins' : 'del';
  return (
    <Mark>
      <span className="hidden-text"> {kind === 'added' ? words.added : words.removed} </span>
      {text}
      <span className="hidden-text"> ({words.endOfChange}) </span>
    </Mark>
  );
}

import type { Root } from 'mdast';
import type { FrontMatter, KeyPath } from '../../content/files/front-matter.ts';
import { frontMatterStrings } from '../../content/files/front-matter-strings.ts';
import { type BlockText, blockTexts } from '../../markdown/block-text.ts';
import type { Place } from '../../model/problem.ts';

/** Words that readers see together: those of a block of the text, or of a key of the front matter. */
export type Prose = {
  text: string;
  placeAt: (index: number) => Place;
  /** `undefined` for a key. */
  block: BlockText['block'] | undefined;
};

/** The keys whose texts are written for readers. */
const written = new Set(['title', 'standfirst', 'text', 'caption', 'alt', 'tagline', 'description', 'role', 'name']);

/** The keys that are lists of such texts. */
const lists = new Set(['keyPoints', 'unverified']);

/** The words of a text without its code, then those of the front matter above it. */
export function proseOf(tree: Root, frontMatter: FrontMatter): Prose[] {
  return [...blockTexts(tree, frontMatter.lines, 'without code'), ...keyTexts(frontMatter)];
}

/** The texts of front matter that were found before. */
const known = new WeakMap<FrontMatter, readonly Prose[]>();

/** The texts of front matter that are written for readers. */
export function keyTexts(frontMatter: FrontMatter): readonly Prose[] {
  const texts = known.get(frontMatter) ?? textsIn(frontMatter);
  known.set(frontMatter, texts);
  return texts;
}

function textsIn(frontMatter: FrontMatter): Prose[] {
  return frontMatterStrings(frontMatter)
    .filter(({ path }) => written.has(String(path.at(-1))) || lists.has(String(path.at(-2))))
    .map(({ text, path }) => ({
      text,
      placeAt: (index) => placeInKey(text, index, frontMatter, path),
      block: undefined,
    }));
}

/**
 * The place in the file of the letter at an index of a key's text. A one-line value is found whole. YAML folds others, so the
 * word itself is looked for.
 */
export function placeInKey(
  value: string,
  index: number,
  { placeOf, lines }: Pick<FrontMatter, 'placeOf' | 'lines'>,
  path: KeyPath,
): Place {
  const start = placeOf(path);
  const whole = (lines[start.line - 1] ?? '').indexOf(value, start.column - 1);
  if (whole !== -1) return { line: start.line, column: whole + index + 1 };
  const word = /^ *\S*/.exec(value.slice(index))?.[0] ?? '';
  for (let line = start.line + 1; line <= Math.min(lines.length, start.line + 12); line++) {
    const at = (lines[line - 1] ?? '').indexOf(word);
    if (at !== -1) return { line, column: at + 1 };
  }
  return start;
}

import type { Root } from 'mdast';
import type { ReadText, Review } from '../content/article/review.ts';
import { mayHaveConflicts } from '../content/files/merge-conflicts.ts';
import { explainedIn } from './style/acronym-unexplained.ts';
import { namesIn } from './text/glossary-names.ts';
import { proseOf } from './text/prose.ts';
import type { CheckedFile, TextCheck } from './text/text-check.ts';
import { writtenIn } from './text/written.ts';
import { textChecksFor } from './text-checks.ts';

/** The checks that can be made in a language, made ready for it once. */
const ready = new Map<string, readonly ReturnType<TextCheck>[]>();

/** Runs the checks of texts on the trees that pages are made from. */
export const reviewTexts: Review = (texts, lang, report, glossary) => {
  const checks = ready.get(lang) ?? textChecksFor(lang).map((check) => check(lang));
  ready.set(lang, checks);
  const wholes = texts.flatMap((text) => {
    // A text with a merge conflict is not worth reviewing.
    if (mayHaveConflicts(text.frontMatter.lines)) return [];
    const tree = withNotes(text);
    return { ...text, tree, prose: proseOf(tree, text.frontMatter) };
  });
  const explained = new Set(wholes.flatMap(({ prose }) => explainedIn(prose)));
  for (const { kind, frontMatter, tree, prose } of wholes) {
    const written = writtenIn(tree, frontMatter);
    const settings = {
      kind,
      prose,
      written,
      frontMatter,
      names: namesIn(glossary),
      explained,
      isAlone: texts.length === 1,
    };
    const file: CheckedFile = {
      settings,
      report: (code, place, message) => report({ file: frontMatter.file, ...place, code, message }),
    };
    for (const check of checks) check(tree, file);
  }
};

/** Runs the checks on texts whose findings a build stores for a check; others are reviewed by each check. */
export const reviewStored: Review = reviewOnly('note', 'lead', 'section');

/** Runs the checks on the texts of some kinds. */
export function reviewOnly(...kinds: ReadText['kind'][]): Review {
  return (texts, ...rest) => {
    if (texts.some(({ kind }) => kinds.includes(kind))) reviewTexts(texts, ...rest);
  };
}

/** The tree of a text with the notes that were taken out of it. */
function withNotes({ text: { tree, definitions } }: ReadText): Root {
  return { type: 'root', children: [...tree.children, ...definitions.values()] };
}

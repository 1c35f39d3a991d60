import type { Root } from 'mdast';
import { type Processor, unified } from 'unified';
import { VFile } from 'vfile';
import type { ReadText, Review } from '../content/article/review.ts';
import { mayHaveConflicts } from '../content/files/merge-conflicts.ts';
import { isCheckCode } from '../model/checks.ts';
import { explainedIn } from './style/acronym-unexplained.ts';
import type { GlossaryNames } from './text/glossary-names.ts';
import { proseOf } from './text/prose.ts';
import { writtenIn } from './text/written.ts';
import { textChecksFor } from './text-checks.ts';

const processors = new Map<string, Processor>();

/**
 * A review that runs the checks of texts on the trees that pages are made from.
 *
 * @param names The names of the glossary in a language, read when an article is reviewed: they are loaded by then.
 */
export function reviewWith(names: (lang: string) => GlossaryNames): Review {
  return (texts, lang, report) => {
    const processor = processors.get(lang) ?? processorFor(lang);
    processors.set(lang, processor);
    const wholes = texts.flatMap((text) => {
      // A text with a merge conflict is not worth reviewing.
      if (mayHaveConflicts(text.frontMatter.lines)) return [];
      const tree = withNotes(text);
      return { ...text, tree, prose: proseOf(tree, text.frontMatter) };
    });
    const explained = new Set(wholes.flatMap(({ prose }) => explainedIn(prose)));
    for (const { kind, frontMatter, tree, prose } of wholes) {
      const written = writtenIn(tree, frontMatter);
      const checked = { kind, prose, written, frontMatter, names: names(lang), explained, isAlone: texts.length === 1 };
      const file = new VFile({ path: frontMatter.file, data: { checked } });
      processor.runSync(tree, file);
      for (const { ruleId, line, column, reason } of file.messages) {
        if (ruleId === undefined || !isCheckCode(ruleId)) continue;
        report({ file: frontMatter.file, line: line ?? 1, column: column ?? 1, code: ruleId, message: reason });
      }
    }
  };
}

/** Runs the checks that can be made in a language. */
function processorFor(lang: string): Processor {
  const processor = unified();
  for (const check of textChecksFor(lang)) processor.use(check, lang);
  return processor.freeze();
}

/** The tree of a text with the notes that were taken out of it. */
function withNotes({ text: { tree, definitions } }: ReadText): Root {
  return { type: 'root', children: [...tree.children, ...definitions.values()] };
}

import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import type { VFile } from 'vfile';
import type { ReadText } from '../../content/article/review.ts';
import type { CheckCode } from '../../model/checks.ts';
import type { Place } from '../../model/problem.ts';
import type { GlossaryNames } from './glossary-names.ts';
import type { Prose } from './prose.ts';
import type { Written } from './written.ts';

/** What a check of a text may look at beside its tree. */
export type TextSettings = {
  kind: ReadText['kind'];
  /** The words of the text, then those of its front matter. */
  prose: readonly Prose[];
  /** The same as it was typed, without what Markdown took. */
  written: readonly Written[];
  frontMatter: ReadText['frontMatter'];
  names: GlossaryNames;
  /** Whether the page has no other text. */
  isAlone: boolean;
  /** Acronyms that the page explains somewhere, and those that were reported already. */
  explained: Set<string>;
};

/**
 * A check of texts in a language, by its tag: a remark plugin that changes nothing and leaves messages with their places.
 * What it looks at beside the tree, the file brings along.
 */
export type TextCheck = Plugin<[lang: string], Root>;

declare module 'vfile' {
  interface DataMap {
    checked: TextSettings;
  }
}

/** What the file of a text that is being checked has brought along. */
export function settingsOf({ data: { checked } }: VFile): TextSettings {
  if (!checked) throw new RangeError('This file brings no text to check.');
  return checked;
}

/** Leaves a message; its rule is the code of the check. */
export function leave(file: VFile, code: CheckCode, { line, column }: Place, message: string): void {
  file.message(message, { place: { line, column }, ruleId: code, source: 'standfirst' });
}

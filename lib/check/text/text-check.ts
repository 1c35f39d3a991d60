import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import type { VFile } from 'vfile';
import type { ReadText } from '../../content/article/review.ts';
import type { CheckCode } from '../../model/checks.ts';
import type { Place } from '../../model/problem.ts';
import type { GlossaryNames } from './glossary-names.ts';
import type { Prose } from './prose.ts';
import type { Written } from './written.ts';

/** What a text check can use besides the tree. */
export type TextSettings = {
  kind: ReadText['kind'];
  /** The words of the text, then those of its front matter. */
  prose: readonly Prose[];
  /** The same as typed, without Markdown syntax. */
  written: readonly Written[];
  frontMatter: ReadText['frontMatter'];
  names: GlossaryNames;
  /** Whether this is the only text of the page. */
  isAlone: boolean;
  /** Acronyms that the page explains somewhere or that were already reported. */
  explained: Set<string>;
};

/**
 * A check of texts in a language, given by its tag: a remark plugin that changes nothing and adds messages with their
 * places. Anything it needs besides the tree is in the file's data.
 */
export type TextCheck = Plugin<[lang: string], Root>;

declare module 'vfile' {
  interface DataMap {
    checked: TextSettings;
  }
}

/** The data of the file that is being checked. */
export function settingsOf({ data: { checked } }: VFile): TextSettings {
  if (!checked) throw new RangeError('This file brings no text to check.');
  return checked;
}

/** Adds a message; its rule is the code of the check. */
export function leave(file: VFile, code: CheckCode, { line, column }: Place, message: string): void {
  file.message(message, { place: { line, column }, ruleId: code, source: 'standfirst' });
}

import type { Root } from 'mdast';
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

/** A file that is being checked: what a check can use besides the tree, and what receives its messages. */
export type CheckedFile = {
  settings: TextSettings;
  report: (code: CheckCode, place: Place, message: string) => void;
};

/** A check of texts in a language, given by its tag: it changes nothing and adds messages with their places. */
export type TextCheck = (lang: string) => (tree: Root, file: CheckedFile) => void;

/** The data of the file that is being checked. */
export function settingsOf({ settings }: CheckedFile): TextSettings {
  return settings;
}

/** Adds a message; its code is that of the check. */
export function leave(file: CheckedFile, code: CheckCode, { line, column }: Place, message: string): void {
  file.report(code, { line, column }, message);
}

import type { CorrectedPassage } from '../model/model.ts';
import type { Part } from '../model/recorded-part.ts';
import { changedParts } from './compare.ts';
import { plainWords } from './plain-words.ts';
import { sectionOf } from './version-body.ts';

/**
 * The passage that a correction corrects: the run of sentences in which one part of the text differs.
 *
 * @returns The old and the new passage, or `undefined` if several parts differ, or several passages of one part, or
 *   if one of the two sides is empty.
 */
export function correctedPassage(
  before: readonly Part[],
  after: readonly Part[],
  lang: string,
): CorrectedPassage | undefined {
  const [name, ...others] = changedParts(before, after);
  if (name === undefined || others.length > 0) return undefined;
  const sentences = (parts: readonly Part[]) =>
    sentencesOf(parts.find((part) => part.name === name)?.markdown ?? '', lang);
  const old = sentences(before);
  const current = sentences(after);
  let start = 0;
  while (start < old.length && old[start] === current[start]) start++;
  let end = 0;
  while (end < Math.min(old.length, current.length) - start && old.at(-1 - end) === current.at(-1 - end)) end++;
  const was = old.slice(start, old.length - end);
  const is = current.slice(start, current.length - end);
  // Unchanged sentences between changed ones make two passages, and the editor has to name one.
  if (was.length === 0 || is.length === 0 || was.some((sentence) => is.includes(sentence))) return undefined;
  return { section: sectionOf(name), was: was.join(' '), is: is.join(' ') };
}

function sentencesOf(markdown: string, lang: string): string[] {
  const segmenter = new Intl.Segmenter(lang, { granularity: 'sentence' });
  return plainWords(markdown)
    .split('\n')
    .flatMap((line) => [...segmenter.segment(line)].map(({ segment }) => segment.trim()));
}

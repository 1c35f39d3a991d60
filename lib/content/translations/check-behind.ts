import type { Drift } from '../../model/model.ts';
import type { Place, Report } from '../../model/problem.ts';
import type { PartName } from '../../model/recorded-part.ts';
import { suggestedCommand } from '../../model/suggested-command.ts';
import { sectionOf } from '../../versions/version-body.ts';
import type { FrontMatter } from '../files/front-matter.ts';
import { keyOfPart } from '../record/key-of-part.ts';

/** A translation and what of its original has changed since. */
type Behind = {
  /** The content folder, and the slug of the article. */
  content: string;
  slug: string;
  lang: string;
  /** The number of the latest version of the original. */
  latest: number;
  translates: number;
  behind: readonly Drift[];
  index: FrontMatter;
  sections: readonly { id: string; frontMatter: FrontMatter }[];
};

/** Warns of each part of a translation whose original has changed, one by one, where it is to be translated. */
export function checkBehind(
  { content, slug, lang, latest, translates, behind, index, sections }: Behind,
  report: Report,
): void {
  for (const { part, change, versions } of behind) {
    const section = sections.find(({ id }) => id === sectionOf(part));
    const { file } = section?.frontMatter ?? index;
    const place = section ? section.frontMatter.placeOf(['title']) : placeInIndex(part, index);
    const corrected = versions.findLast(({ kind }) => kind === 'correction');
    const { number = latest } = corrected ?? versions.at(-1) ?? {};
    const what = { changed: corrected ? 'was corrected' : 'was updated', new: 'is new', gone: 'is gone' }[change];
    const command = suggestedCommand('revise', [slug, `--lang ${lang}`, '--kind update --note "…"'], { content });
    const message = `In the original, ${part} ${what} in version ${number}, and this translates version ${translates}. Take the change over, write translates: ${latest}, and record it with ${command} (or correction, or minor).`;
    report({ file, ...place, code: 'translation-behind', message });
  }
}

/** The place of a part in the file of the article: its text, the key it has, or if it is not there the version translated. */
function placeInIndex(part: PartName, { bodyLine, lines, placeOf, placeOfKey }: FrontMatter): Place {
  const firstWords = lines.findIndex((line, at) => at >= bodyLine - 1 && line.trim() !== '');
  if (part === 'lead' && firstWords >= 0) return { line: firstWords + 1, column: 1 };
  const key = keyOfPart(part);
  const place = key === undefined ? undefined : placeOfKey([key]);
  // Front matter begins in the second line.
  return place && place.line > 1 ? place : placeOf(['translates']);
}

import type { Drift } from '../../model/model.ts';
import type { Place, Report } from '../../model/problem.ts';
import { suggestedCommand } from '../../model/suggested-command.ts';
import { sectionOf } from '../../versions/version-body.ts';
import type { FrontMatter } from '../files/front-matter.ts';

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

/** Warns of each part of a translation whose original has changed, in the file where it is to be translated. */
export function checkBehind(
  { content, slug, lang, latest, translates, behind, index, sections }: Behind,
  report: Report,
): void {
  for (const { part, change, versions } of behind) {
    const section = sections.find(({ id }) => id === sectionOf(part));
    const { file, placeOf } = section?.frontMatter ?? index;
    const place: Place = placeOf([section ? 'title' : 'translates']);
    const corrected = versions.findLast(({ kind }) => kind === 'correction');
    const { number = latest } = corrected ?? versions.at(-1) ?? {};
    const what = { changed: corrected ? 'was corrected' : 'was updated', new: 'is new', gone: 'is gone' }[change];
    const command = suggestedCommand('revise', [slug, `--lang ${lang}`, '--kind update --note "…"'], { content });
    const message = `In the original, ${part} ${what} in version ${number}, and this translates version ${translates}. Take the change over, write translates: ${latest}, and record it with ${command} (or correction, or minor).`;
    report({ file, ...place, code: 'translation-behind', message });
  }
}

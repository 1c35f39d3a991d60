import { suggestedCommand } from '../model/suggested-command.ts';
import { AuthoringError } from './authoring-error.ts';
import { type Commit, fileAt } from './git-files.ts';
import { type InLanguage, namedInCommand } from './load-article.ts';
import { versionName } from './version-file.ts';

/**
 * Refuses to remove or to renumber a version that is in a published commit: readers may have seen it.
 *
 * @param dir The folder of the versions.
 * @param text The version's file.
 */
export function refusePublished(
  { content, slug, lang, since }: InLanguage & { since: Commit | undefined },
  dir: string,
  number: number,
  text: string,
): void {
  const published = since && fileAt(since, dir, versionName(number, lang));
  if (!since || published === undefined || recordedIn(published) !== recordedIn(text)) return;
  throw new AuthoringError(
    `Version ${number} of ${slug} is already in ${since.name}, so readers may have seen it. Keep it, and record the right text as the next version: ${suggestedCommand('revise', [...namedInCommand({ slug, lang }), '--kind correction --note "…"'], { content })}. Correct a wrong note or kind with ${suggestedCommand('revise', [...namedInCommand({ slug, lang }), `--set ${number} --note "…"`], { content })}.`,
  );
}

/** The instant at which a version was recorded, as its file has it: no two versions of an article share one. */
export function recordedIn(text: string): string | undefined {
  return /^recorded: *(.*?)\r?$/m.exec(text)?.[1];
}

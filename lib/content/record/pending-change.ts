import type { VersionKind } from '../../model/model.ts';
import type { Problem } from '../../model/problem.ts';
import type { Part } from '../../model/recorded-part.ts';
import { suggestedCommand } from '../../model/suggested-command.ts';
import { correctedPassage } from '../../versions/corrected-passage.ts';
import { holds } from '../../versions/holds.ts';
import { differingParts } from '../../versions/same-text.ts';
import type { FrontMatter, KeyPath } from '../files/front-matter.ts';

/** What the key `change` says of a text that has changed: how to record it. */
export type StatedChange = {
  kind: VersionKind;
  note: string;
  was?: string | undefined;
  is?: string | undefined;
};

/** A text in its language, and its latest version, if there is one. */
type ChangedText = {
  lang: string;
  latest: { number: number; parts: readonly Part[] } | undefined;
  text: readonly Part[];
};

/** Whether a text has anything to record. */
export function isChanged({ latest, text }: Pick<ChangedText, 'latest' | 'text'>): boolean {
  return latest === undefined || differingParts(latest.parts, text).length > 0;
}

/**
 * Why a change that an editor has stated cannot be recorded as it is, in words for people who fill in a form.
 *
 * @returns The key that is at fault, and what to do; `undefined` if it can be recorded.
 */
export function unfitChange(
  { kind, note: _note, was, is }: StatedChange,
  { lang, latest, text }: ChangedText,
): { path: KeyPath; message: string } | undefined {
  const say = (key: keyof StatedChange | undefined, message: string) => ({
    path: key === undefined ? ['change'] : ['change', key],
    message,
  });
  if (!latest) {
    if (kind === 'publish') return undefined;
    return say('kind', 'No version of this article is recorded yet. The kind of its first one is publish.');
  }
  if (kind === 'publish') {
    return say('kind', 'This article is already published. Say what has changed since: update, correction or minor.');
  }
  if (kind !== 'correction') {
    const extra = was === undefined ? (is === undefined ? undefined : 'is') : 'was';
    if (extra === undefined) return undefined;
    return say(extra, `Only a correction says what was wrong. Empty "was" and "is", or choose the kind correction.`);
  }
  if (was === undefined && is === undefined) {
    if (correctedPassage(latest.parts, text, lang)) return undefined;
    return say(
      undefined,
      'More than one passage has changed. Say which one was wrong: "was" is the passage as readers saw it, "is" the same passage now.',
    );
  }
  if (was === undefined || is === undefined)
    return say(was === undefined ? 'is' : 'was', '"was" and "is" belong together. Fill in both, or neither.');
  if (!holds(latest.parts, undefined, was))
    return say('was', `Version ${latest.number}, which readers saw, does not say this. Copy the passage from there.`);
  if (!holds(text, undefined, is)) return say('is', 'The text does not say this now. Copy the passage from it.');
  return undefined;
}

/**
 * The problem of a text with the key `change`, which is not recorded yet; a warning if there is nothing to record.
 *
 * @param content The content folder, as problems name it.
 */
export function pendingChange(
  change: StatedChange,
  changed: ChangedText,
  { file, placeOf, placeOfKey }: FrontMatter,
  content: string,
): Problem {
  const { latest } = changed;
  const atKey = { file, ...placeOfKey(['change']) };
  if (latest && !isChanged(changed)) {
    const message = `Nothing has changed since version ${latest.number}, so that there is no version to record. Remove the key change, with all that it says.`;
    return { ...atKey, code: 'change-idle', message };
  }
  const unfit = unfitChange(change, changed);
  if (unfit) {
    const place = unfit.path.length > 1 ? placeOf(unfit.path) : placeOfKey(unfit.path);
    return { file, ...place, code: 'change-unfit', message: unfit.message };
  }
  const seen = latest ? `Readers still see version ${latest.number}` : 'Readers do not see the article yet';
  const command = suggestedCommand('revise', ['--from-changes'], { content });
  const message = `This change (${change.kind}) is not recorded yet. ${seen}. Record it with ${command}; on a branch of the desk the workflow does that.`;
  return { ...atKey, code: 'change-pending', message };
}

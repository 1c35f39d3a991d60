import { showDay } from '../model/dates.ts';
import type { Drift } from '../model/model.ts';
import type { Instant } from '../model/moment.ts';
import { visible } from '../model/problem.ts';
import type { ListedTranslation, Translations } from './list-translations.ts';

/** When the list is made, and after how many milliseconds a correction has to be in every translation, if ever. */
export type Patience = { now: Instant; failAfter: number | undefined };

/** The first instant at which a correction of a part was recorded; `undefined` if it was updated alone. */
function correctedSince({ versions }: Drift): Instant | undefined {
  return versions.find(({ kind }) => kind === 'correction')?.recorded;
}

/** Whether a translation has gone without a correction for longer than it may. */
export function isOverdue({ behind }: ListedTranslation, patience: Patience): boolean {
  return behind.some((drift) => isDriftOverdue(drift, patience));
}

function isDriftOverdue(drift: Drift, { now, failAfter }: Patience): boolean {
  const since = correctedSince(drift);
  return failAfter !== undefined && since !== undefined && now - since > failAfter;
}

/** The list for people: each translation that is behind with its parts, then how many there are. */
export function textOfTranslations(list: Translations, patience: Patience): string {
  const behind = list.translations.filter((one) => one.behind.length > 0);
  const lines = behind.flatMap((one) => [
    `${one.file}  translates version ${one.translates} of ${one.latest}`,
    ...one.behind.map((drift) => `  ${sentence(drift)}${isDriftOverdue(drift, patience) ? '  overdue' : ''}`),
    '',
  ]);
  const missing = Object.entries(list.missing)
    .filter(([, slugs]) => slugs.length > 0)
    .map(([lang, slugs]) => `Not translated into ${lang}: ${slugs.join(', ')}.`);
  const faults = list.atFault.map((file) => `${file} is at fault: npm run check says why.`);
  return [...lines, ...faults, ...missing, summary(list, patience)].join('\n');
}

/** The list as commands to GitHub's runner; what is overdue is an error. */
export function githubTranslations(list: Translations, patience: Patience): string {
  const data = (text: string) => visible(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  const commands = list.translations.flatMap(({ translates, latest, behind }) =>
    behind.map((drift) => {
      const severity = isDriftOverdue(drift, patience) ? 'error' : 'warning';
      const text = `${sentence(drift)}. The translation is of version ${translates} of ${latest}.`;
      const { file, line } = drift.at;
      return `::${severity} file=${property(file)},line=${line},title=translation-behind::${data(text)}`;
    }),
  );
  return [...commands, summary(list, patience)].join('\n');
}

/** The list for programs; instants are in UTC. */
export function jsonTranslations({ translations, missing, atFault }: Translations, patience: Patience): string {
  const text = (instant: Instant) => new Date(instant).toISOString();
  const entries = translations.map(({ behind, ...one }) => ({
    ...one,
    overdue: isOverdue({ behind, ...one }, patience),
    behind: behind.map(({ part, change, versions }) => ({
      part,
      change,
      since: text(versions[0]?.recorded ?? patience.now),
      versions: versions.map(({ number, kind, recorded }) => ({ number, kind, recorded: text(recorded) })),
    })),
  }));
  return JSON.stringify({ translations: entries, missing, atFault }, null, 2);
}

/** `section pier was corrected on 21 January 2026 (version 3)`. */
function sentence(drift: Drift): string {
  const { part, change, versions } = drift;
  const told = versions.find(({ kind }) => kind === 'correction') ?? versions[0];
  const what = {
    changed: told?.kind === 'correction' ? 'was corrected' : 'was updated',
    new: 'is new',
    gone: 'is gone',
  };
  const day = told ? showDay(told.recorded, { lang: 'en-GB', timeZone: 'UTC' }).text : '';
  const since = change === 'changed' ? `on ${day}` : `since ${day}`;
  return `${part} ${what[change]} ${since} (version ${versions.map(({ number }) => number).join(', ')})`;
}

function summary({ translations }: Translations, patience: Patience): string {
  const behind = translations.filter((one) => one.behind.length > 0).length;
  const overdue = translations.filter((one) => isOverdue(one, patience)).length;
  const counted = `${behind} of ${translations.length} ${translations.length === 1 ? 'translation is' : 'translations are'} behind`;
  if (overdue === 0) return `${counted}.`;
  return `${counted}, ${overdue} of them without a correction for longer than --fail-after allows.`;
}

import { existsSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { suggestedCommand } from '../model/suggested-command.ts';
import { lookIntoWorkshop, OtherForm, workshopFile } from '../press/cache/build-cache.ts';
import { type NotedSite, notedSite } from '../press/cache/manifest.ts';
import { LiveError } from './live-error.ts';

/**
 * Reads what the press has noted of the finished site in a folder.
 *
 * @throws LiveError if it has finished none there, or another version of the press has.
 */
export function readNotes(out: string): NotedSite {
  const noted = existsSync(workshopFile(out)) ? notesIn(out) : undefined;
  if (noted) return noted;
  throw new LiveError(
    `There is no finished site in ${out}/. Build it first: ${suggestedCommand('build', [], { out })}`,
  );
}

/**
 * The same of a site whose build has come to its end.
 *
 * @throws LiveError where it was stopped half-way.
 */
export function finishedNotes(out: string): NotedSite {
  const noted = readNotes(out);
  if (noted.finished) return noted;
  throw new LiveError(
    `The site in ${out}/ is half-built. Let its build come to an end, or build it: ${suggestedCommand('build', [], { out })}`,
  );
}

/**
 * Opens what the press has noted of the site in a folder.
 *
 * @throws LiveError if it cannot be read, or another version of the press wrote it.
 */
export function openNotes(out: string): DatabaseSync {
  try {
    return lookIntoWorkshop(out);
  } catch (error) {
    if (error instanceof OtherForm) {
      throw new LiveError(
        `The site in ${out}/ was built by another version of Standfirst. Build it again: ${suggestedCommand('build', [], { out })}`,
      );
    }
    const reason = error instanceof Error ? error.message : String(error);
    throw new LiveError(
      `The notes of the build of ${out}/ cannot be read: ${reason}. Wait for other builds to end, then build it again: ${suggestedCommand('build', [], { out })}`,
    );
  }
}

function notesIn(out: string): NotedSite | undefined {
  const db = openNotes(out);
  try {
    return notedSite(db);
  } finally {
    db.close();
  }
}

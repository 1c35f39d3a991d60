import { existsSync } from 'node:fs';
import { type NotedSite, notedSite } from '../press/manifest.ts';
import { lookIntoWorkshop, workshopFile } from '../press/workshop.ts';
import { LiveError } from './live-error.ts';

/**
 * Reads what the press has noted of the finished site in a folder.
 *
 * @throws LiveError where it has finished none there.
 */
export function readNotes(out: string): NotedSite {
  const noted = existsSync(workshopFile(out)) ? notesIn(out) : undefined;
  if (noted) return noted;
  throw new LiveError(`There is no finished site in ${out}/. Build it first: npm run build`);
}

/**
 * The same of a site whose build has come to its end.
 *
 * @throws LiveError where it was stopped half-way.
 */
export function finishedNotes(out: string): NotedSite {
  const noted = readNotes(out);
  if (noted.finished) return noted;
  throw new LiveError(`The site in ${out}/ is half-built. Let its build come to an end, or build it: npm run build`);
}

function notesIn(out: string): NotedSite | undefined {
  const db = lookIntoWorkshop(out);
  try {
    return notedSite(db);
  } finally {
    db.close();
  }
}

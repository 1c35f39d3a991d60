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

function notesIn(out: string): NotedSite | undefined {
  const db = lookIntoWorkshop(out);
  try {
    return notedSite(db);
  } finally {
    db.close();
  }
}

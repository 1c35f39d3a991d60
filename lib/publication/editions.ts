import type { Publication } from './publish.ts';

/** A publication in each of its languages, the first one first. */
export function editionsOf(publication: Publication): Publication[] {
  return [publication, ...publication.others];
}

import { loadContent } from '../content/load-content.ts';
import type { Problem } from '../content/problem.ts';

/** Every problem of a content folder, sorted by file and place. */
export function checkContent(dir: string): Problem[] {
  return loadContent(dir).problems;
}

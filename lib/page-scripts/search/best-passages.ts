import type { Passage } from './pagefind.ts';

/** The passages with most of the words searched for, in the order of the article. */
export function bestPassages(passages: readonly Passage[], count: number): Passage[] {
  const best = [...passages].sort((a, b) => weightOf(b) - weightOf(a)).slice(0, count);
  return passages.filter((passage) => best.includes(passage));
}

function weightOf({ weighted_locations }: Passage): number {
  return weighted_locations.reduce((sum, { balanced_score }) => sum + balanced_score, 0);
}

import leven from 'leven';

/**
 * The candidate that was most likely meant by `found`, or `undefined` if none is close.
 *
 * Close means an edit distance (Levenshtein) of at most two fifths of the longer word.
 */
export function nearest(found: string, candidates: Iterable<string>): string | undefined {
  let best: { candidate: string; distance: number } | undefined;
  for (const candidate of candidates) {
    const distance = leven(found.toLowerCase(), candidate.toLowerCase());
    const limit = Math.max(found.length, candidate.length) * 0.4;
    if (distance <= limit && (!best || distance < best.distance)) best = { candidate, distance };
  }
  return best?.candidate;
}

/** `Did you mean "x"?`, or the list of candidates if none is close. */
export function didYouMean(found: string, candidates: Iterable<string>): string {
  const known = [...candidates];
  const guess = nearest(found, known);
  if (guess !== undefined) return `Did you mean "${guess}"?`;
  if (known.length === 0) return 'There is none yet.';
  return `Known: ${known.slice(0, 12).join(', ')}${known.length > 12 ? ', …' : ''}.`;
}

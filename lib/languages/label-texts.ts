import type { Labels } from '../model/model.ts';
import type { Words } from './words.ts';

/** The labels of an article as lists and search results show them, most important first; empty if it has none. */
export function labelTexts({ sponsor, satire, warning }: Labels, { labels }: Pick<Words, 'labels'>): string[] {
  return [
    ...(sponsor ? [labels.sponsored(sponsor.name)] : []),
    ...(satire ? [labels.satire] : []),
    ...(warning === undefined ? [] : [labels.warning]),
  ];
}

/** The standfirst of an article with its labels before it, for places that show nothing else of the labels. */
export function labelledStandfirst(
  { labels, standfirst }: { labels: Labels; standfirst: string },
  words: Pick<Words, 'labels'>,
): string {
  return [...labelTexts(labels, words).map((label) => `${label}.`), standfirst].join(' ');
}

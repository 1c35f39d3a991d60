import type { Labels } from '../model/model.ts';
import type { Words } from './words.ts';

/** The labels of an article as a list or a search shows them, in the order of their weight; none if it has none. */
export function labelTexts({ sponsor, satire, warning }: Labels, { labels }: Pick<Words, 'labels'>): string[] {
  return [
    ...(sponsor ? [labels.sponsored(sponsor.name)] : []),
    ...(satire ? [labels.satire] : []),
    ...(warning === undefined ? [] : [labels.warning]),
  ];
}

/** The standfirst of an article where nothing else of it says how it is labelled: with the labels before it. */
export function labelledStandfirst(
  { labels, standfirst }: { labels: Labels; standfirst: string },
  words: Pick<Words, 'labels'>,
): string {
  return [...labelTexts(labels, words).map((label) => `${label}.`), standfirst].join(' ');
}

import type { OwnPart, PartName } from '../../model/recorded-part.ts';

/** The key of `index.md` that a recorded part comes from; `undefined` for the text, and for parts from several files. */
export function keyOfPart(name: PartName): string | undefined {
  return keys[name as OwnPart];
}

const keys: Partial<Record<OwnPart, string>> = {
  headline: 'title',
  standfirst: 'standfirst',
  byline: 'authors',
  translator: 'translator',
  published: 'published',
  kind: 'kind',
  sponsored: 'labels',
  satire: 'labels',
  warning: 'labels',
  partners: 'partners',
  'first published': 'firstPublished',
  dateline: 'dateline',
  picture: 'picture',
  map: 'picture',
  'key points': 'keyPoints',
  unverified: 'unverified',
  timeline: 'timeline',
  sources: 'sources',
  retracted: 'retracted',
};

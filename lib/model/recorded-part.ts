/** A part of an article's text in the record, in Markdown. */
export type Part = { name: PartName; markdown: string };

/** The kind of a part: one of the article's own, or a section by its id. */
export type PartName = OwnPart | `section ${string}`;

/** The parts of an article that are not sections. */
export const ownParts = [
  'headline',
  'standfirst',
  'byline',
  'translator',
  'published',
  'kind',
  'sponsored',
  'satire',
  'warning',
  'partners',
  'first published',
  'dateline',
  'picture',
  'map',
  'pictures',
  'key points',
  'unverified',
  'lead',
  'order',
  'timeline',
  'sources',
  'retracted',
] as const;

/** A part of an article that is not a section. */
export type OwnPart = (typeof ownParts)[number];

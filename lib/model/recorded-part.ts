/** A part of an article's text as it is recorded, in Markdown. */
export type Part = { name: PartName; markdown: string };

/** What a part is: one of the article's own, or a section by its id. */
export type PartName = OwnPart | `section ${string}`;

/** The parts of an article that are no sections. */
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

/** A part of an article that is no section. */
export type OwnPart = (typeof ownParts)[number];

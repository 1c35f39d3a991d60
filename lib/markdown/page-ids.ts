/** Ids on the page of an article other than those of its sections. */
export const pageIds = { text: 'text', contents: 'contents_', timeline: 'timeline', sources: 'sources' } as const;

/** The id of the list entry of a note. */
export const noteId = (number: number): string => `note-${number}`;

/** The id of a glossary entry in the who's-who of an article. */
export const entryCardId = (id: string): string => `who-${id}`;

/** The id of a mention of a note in the text. */
export const mentionId = (number: number, mention: number): string => `cite-${number}-${mention}`;

/**
 * Whether the page itself may use an id, so that no section can have it. Ids with an underscore, such as `map_land`, are
 * safe, since a section cannot have one.
 */
export function isPageId(id: string): boolean {
  return Object.values<string>(pageIds).includes(id) || /^(?:note|card)-\d+$|^cite-\d+-\d+$|^who-/.test(id);
}

/** A similar id that a section can have. */
export function freeId(id: string): string {
  return `the-${id}`;
}

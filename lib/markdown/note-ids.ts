/** The id of the list entry of a note. */
export const noteId = (number: number): string => `note-${number}`;

/** The id of a glossary entry in the who's-who of an article. */
export const entryCardId = (id: string): string => `who-${id}`;

/** The id of a mention of a note in the text. */
export const mentionId = (number: number, mention: number): string => `cite-${number}-${mention}`;

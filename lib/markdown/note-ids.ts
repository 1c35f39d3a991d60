/** The id of the list entry of a note. */
export const noteId = (number: number): string => `note-${number}`;

/** The id of what a note says, which its marks open as a card. */
export const noteCardId = (number: number): string => `card-${number}`;

/** The id of the card of a glossary entry. */
export const entryCardId = (id: string): string => `who-${id}`;

/** The id of a mention of a note in the text. */
export const mentionId = (number: number, mention: number): string => `cite-${number}-${mention}`;

/** An entry of a menu in site.md: the id of a page or a topic, or an address with a label. */
export type MenuEntry = string | { label: string; url: string };

/** Pages that every site may have, by their ids in menus. */
export const ownPages = ['about', 'search', 'glossary', 'corrections'] as const;

/** An entry of a menu as site.md has it: the id of a page or a topic, or an address with its words. */
export type MenuEntry = string | { label: string; url: string };

/** Pages that every site may have, by the ids under which menus name them. */
export const ownPages = ['about', 'search', 'glossary', 'corrections'] as const;

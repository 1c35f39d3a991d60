/** The colour of paper, for what a browser draws itself; the same as in tokens.css, which a test holds. */
export const paperColors = { light: '#fffdf9', dark: '#131210' } as const;

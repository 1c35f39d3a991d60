/** The colour of paper, for the browser's own bars; the same as in tokens.css, which a test holds. */
export const themeColors = [
  { media: '(prefers-color-scheme: light)', color: '#fffdf9' },
  { media: '(prefers-color-scheme: dark)', color: '#131210' },
] as const;

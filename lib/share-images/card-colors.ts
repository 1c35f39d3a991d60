import { paperColors } from '../model/paper-colors.ts';

/** The colours of cards: those of the site in light, by the same roles as in tokens.css, which a test holds. */
export const cardColors = {
  paper: paperColors.light,
  ink: '#191714',
  soft: '#5d574e',
  rule: '#ddd6ca',
  accent: '#9c2f1b',
  land: '#ede6d9',
  home: '#fbf8f1',
  sea: '#dde7ea',
  edge: '#8a8171',
} as const;

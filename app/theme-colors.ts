import { paperColors } from '@/lib/model/paper-colors.ts';

/** The colour of paper, for the browser's own bars. */
export const themeColors = [
  { media: '(prefers-color-scheme: light)', color: paperColors.light },
  { media: '(prefers-color-scheme: dark)', color: paperColors.dark },
] as const;

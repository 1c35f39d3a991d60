import { paletteOf } from '@/lib/model/look/colors.ts';
import type { Site } from '@/lib/model/model.ts';

/** The colour of paper, for the browser's own bars. */
export function themeColors(site: Pick<Site, 'look'>) {
  const { paper } = paletteOf(site);
  return [
    { media: '(prefers-color-scheme: light)', color: paper.light },
    { media: '(prefers-color-scheme: dark)', color: paper.dark },
  ];
}

import { escapedHtml } from '../model/escaped-html.ts';
import { paletteOf } from '../model/look/colors.ts';
import type { Site } from '../model/model.ts';

/** The icon of a publication as SVG: its own, or lines of text on its accent. */
export function iconOf(site: Pick<Site, 'name' | 'icon' | 'look'>): string {
  if (site.icon) return site.icon.svg;
  const { accent, paper } = paletteOf(site);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><title>${escapedHtml(site.name)}</title><rect width="32" height="32" rx="5" fill="${accent.light}"/><path d="M7 8h18v4H7zM7 15h18v2.5H7zM7 20h12v2.5H7z" fill="${paper.light}"/></svg>\n`;
}

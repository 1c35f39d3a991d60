import { createHash } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { escapedHtml } from '../../model/escaped-html.ts';
import { paletteOf } from '../../model/look/colors.ts';
import type { Site } from '../../model/model.ts';
import { makeFolder } from '../../processes/make-folder.ts';
import { writeWhole } from '../../processes/write-whole.ts';
import type { BuildCache } from './build-cache.ts';

/** An icon of the site: its name, and its file in the cache. */
export type CachedIcon = { name: string; file: string; digest: string };

/** The cached icons, redrawn only if the drawing or the code has changed. */
export async function cachedIcons(site: Site, { dir }: Pick<BuildCache, 'dir'>, code: string): Promise<CachedIcon[]> {
  const svg = iconOf(site);
  const digest = createHash('sha256').update(code).update('\0').update(svg).digest('hex');
  const folder = join(dir, 'icons', digest);
  // Written last: a folder without it is incomplete.
  const last = join(folder, 'icon.svg');
  if (!existsSync(last)) {
    rmSync(join(dir, 'icons'), { recursive: true, force: true });
    makeFolder(folder);
    // sharp takes a while to load, and few builds need it here.
    const { makeIcons } = await import('../../share-images/make-icons.ts');
    for (const [name, bytes] of await makeIcons(Buffer.from(svg))) writeWhole(join(folder, name), bytes);
    writeWhole(last, svg);
  }
  return readdirSync(folder).map((name) => ({ name, file: join(folder, name), digest }));
}

/** The icon of a publication as SVG: its own, or lines of text on its accent. */
export function iconOf(site: Pick<Site, 'name' | 'icon' | 'look'>): string {
  if (site.icon) return site.icon.svg;
  const { accent, paper } = paletteOf(site);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><title>${escapedHtml(site.name)}</title><rect width="32" height="32" rx="5" fill="${accent.light}"/><path d="M7 8h18v4H7zM7 15h18v2.5H7zM7 20h12v2.5H7z" fill="${paper.light}"/></svg>\n`;
}

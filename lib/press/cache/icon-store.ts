import { createHash } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Site } from '../../model/model.ts';
import { makeFolder } from '../../processes/make-folder.ts';
import { writeWhole } from '../../processes/write-whole.ts';
import { iconOf } from '../../share-images/icon-of.ts';
import type { Workshop } from './build-cache.ts';

/** An icon of the site: its name, and its file in the cache. */
export type KeptIcon = { name: string; file: string; digest: string };

/** The cached icons, redrawn only if the drawing or the code has changed. */
export async function keptIcons(site: Site, { dir }: Pick<Workshop, 'dir'>, code: string): Promise<KeptIcon[]> {
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

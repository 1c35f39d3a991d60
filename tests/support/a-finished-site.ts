import { join } from 'node:path';
import { openBuildCache } from '../../lib/press/cache/build-cache.ts';
import { openManifest, type SiteFacts } from '../../lib/press/cache/manifest.ts';
import type { Quality } from '../../lib/press/page/compress.ts';
import { writeFile } from '../../lib/press/page/render-page.ts';
import { aTemporaryFolder } from './temporary-folder.ts';

/** The files of a small site, by path. */
export type Files = Record<string, string | Buffer>;

/** Enough text for a compressed sibling to be smaller. */
export const longText = 'A sentence that is said again and again. '.repeat(50);

export const aFewFiles: Files = {
  'index.html': `The front page. ${longText}`,
  'about/index.html': 'About',
  '404.html': `Not found. ${longText}`,
  'icon.svg': '<svg/>',
};

/**
 * Updates a finished site to exactly these files, as a build does.
 *
 * @param end Whether the build completes, or stops after the pages.
 * @param quality How well its files are compressed; much of megabytes takes long.
 */
export async function finishSite(
  out: string,
  files: Files,
  facts: Partial<SiteFacts> = {},
  end: 'finished' | 'stopped' = 'finished',
  quality: Quality = 11,
): Promise<void> {
  const buildCache = openBuildCache(out, () => {});
  const manifest = openManifest(buildCache, out);
  const fresh = join(buildCache.dir, 'new');
  const made = [];
  for (const [path, text] of Object.entries(files)) {
    const { digest, size, encodings } = await writeFile(fresh, path, Buffer.from(text), quality);
    made.push({ path, madeFrom: digest, digest, size, encodings, quality });
  }
  const site = { url: 'https://news.example', redirects: {}, asOf: 0, texts: {}, atFault: [], ...facts };
  manifest.apply(fresh, made, manifest.unwanted(new Set(Object.keys(files))), site);
  if (end === 'finished') manifest.finish();
  buildCache.close();
}

/** A small finished site in its own folder, which is removed after the test. */
export async function aFinishedSite(files: Files = aFewFiles, facts: Partial<SiteFacts> = {}): Promise<string> {
  const out = join(aTemporaryFolder(), 'out');
  await finishSite(out, files, facts);
  return out;
}

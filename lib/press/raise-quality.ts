import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { taskQueue } from '../processes/task-queue.ts';
import { throttledProgress } from '../processes/throttled-progress.ts';
import type { Entry } from './cache/manifest.ts';
import type { StageSettings } from './cache/stage.ts';
import { encodersAtOnce } from './page/compress.ts';
import { writeFile } from './page/render-page.ts';

/**
 * Recompresses quickly compressed files at full quality.
 *
 * @param limit How many at most. Feeds and other files that change with every article only count if there is none.
 * @returns How many they were.
 */
export async function raiseQuality(
  { out, buildCache, encode, manifest, say }: Pick<StageSettings, 'out' | 'buildCache' | 'encode' | 'manifest' | 'say'>,
  limit: number,
): Promise<number> {
  if (limit === 0) return 0;
  const low = manifest.quick(limit, limit === Number.POSITIVE_INFINITY ? '' : '.html');
  // A stage of the build may be using its own folder.
  const fresh = join(buildCache.dir, 'raised');
  rmSync(fresh, { recursive: true, force: true });
  const tell = throttledProgress(say);
  const encoders = taskQueue(encodersAtOnce);
  const raised: Entry[] = [];
  for (const entry of low) {
    await encoders.add(async () => {
      const { encodings } = await writeFile(fresh, entry.path, readFileSync(join(out, entry.path)), 11, encode);
      raised.push({ ...entry, encodings, quality: 11 });
      tell(() => `${raised.length} of ${low.length} files are compressed further …`);
    });
  }
  await encoders.done();
  manifest.apply(fresh, raised, []);
  rmSync(fresh, { recursive: true, force: true });
  return low.length;
}

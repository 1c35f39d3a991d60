import { hash } from 'node:crypto';
import { appendFileSync, mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { type BuildCache, openBuildCache } from '@/lib/press/cache/build-cache.ts';
import { type Entry, openManifest } from '@/lib/press/cache/manifest.ts';
import { longTest } from '../../../support/runs.ts';
import { aTemporaryFolder } from '../../../support/temporary-folder.ts';

const opened: BuildCache[] = [];

afterEach(() => {
  for (const cache of opened.splice(0)) cache.close();
});

/** A site of some pages, compressed quickly, with what another process finds of it. */
function aSiteOf(pages: number) {
  const out = join(aTemporaryFolder(), 'out');
  const anotherProcess = () => {
    const buildCache = openBuildCache(out, () => {});
    opened.push(buildCache);
    return openManifest(buildCache, out);
  };
  const manifest = anotherProcess();
  const fresh = `${out}.press/new`;
  const made = Array.from({ length: pages }, (_, number): Entry => {
    const path = `p${number}/index.html`;
    mkdirSync(join(fresh, `p${number}`), { recursive: true });
    for (const ending of ['', '.br', '.gz']) writeFileSync(join(fresh, path + ending), 'as it was');
    const bytes = { digest: hash('sha256', 'as it was'), size: 9 };
    return { path, madeFrom: `facts ${number}`, ...bytes, encodings: { br: bytes, gzip: bytes }, quality: 6 };
  });
  manifest.apply(fresh, made, []);
  return { out, manifest, anotherProcess };
}

describe.each([
  { pages: 5, how: 'in the same thread' },
  { pages: 2000, how: 'in a thread of its own' },
])('The manifest of a site of $pages pages, compared $how', ({ pages }) => {
  test('misses files that are gone or were changed by hand, whatever else is in their folders', async () => {
    const { out, anotherProcess } = aSiteOf(pages);
    rmSync(join(out, 'p0'), { recursive: true });
    rmSync(join(out, 'p1/index.html.br'));
    appendFileSync(join(out, 'p2/index.html'), 'by hand');
    writeFileSync(join(out, 'p3/index.html.gz'), 'As it was');
    writeFileSync(join(out, 'p4/mine.txt'), 'mine');
    const manifest = anotherProcess();
    await manifest.compare();
    const missing = [...manifest.madeFrom()].filter(([, madeFrom]) => madeFrom === undefined).map(([path]) => path);
    expect(missing.sort()).toEqual(['p0/index.html', 'p1/index.html', 'p2/index.html', 'p3/index.html']);
    expect(manifest.madeFrom().get('p4/index.html')).toBe('facts 4');
    expect(manifest.unwanted(new Set(manifest.madeFrom().keys()))).toEqual(['p4/mine.txt']);
  });

  longTest('goes by the bytes of files with other times, as in a restored copy, and reads them only once', async () => {
    const { out, anotherProcess } = aSiteOf(pages);
    const whole = Array.from({ length: pages }, (_, number) => `p${number}/index.html`);
    for (const path of whole) for (const ending of ['', '.br', '.gz']) utimesSync(join(out, path + ending), 1, 1);
    const missing = async () => {
      const manifest = anotherProcess();
      await manifest.compare();
      return [...manifest.madeFrom()].filter(([, madeFrom]) => madeFrom === undefined).map(([path]) => path);
    };
    expect(await missing()).toEqual([]);
    // Now the file system knows it: other bytes at the same time are not looked at.
    writeFileSync(join(out, 'p1/index.html'), 'As it was');
    utimesSync(join(out, 'p1/index.html'), 1, 1);
    expect(await missing()).toEqual([]);
    utimesSync(join(out, 'p1/index.html'), 2, 2);
    expect(await missing()).toEqual(['p1/index.html']);
  });

  longTest('is compared again after another process has written to it', async () => {
    const { out, manifest, anotherProcess } = aSiteOf(pages);
    await manifest.compare();
    appendFileSync(join(out, 'p2/index.html'), 'by hand');
    // Only this process changes the site, as far as it knows.
    await manifest.compare();
    expect(manifest.madeFrom().get('p2/index.html')).toBe('facts 2');
    anotherProcess().apply(out, [], ['p1/index.html']);
    await manifest.compare();
    expect(manifest.madeFrom().get('p2/index.html')).toBeUndefined();
    expect(manifest.madeFrom().has('p1/index.html')).toBe(false);
  });
});

describe('Files that were compressed quickly', () => {
  test('are named if they are as they were written, up to a limit', async () => {
    const { out, anotherProcess } = aSiteOf(5);
    appendFileSync(join(out, 'p0/index.html'), 'by hand');
    const manifest = anotherProcess();
    const paths = manifest.quick(2, '.html').map(({ path }) => path);
    expect(paths).toEqual(['p1/index.html', 'p2/index.html']);
    expect(manifest.quick(2, '.xml')).toEqual([]);
  });
});

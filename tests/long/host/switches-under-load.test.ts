import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { deploy } from '@/lib/deploy/deploy.ts';
import { rollBack } from '@/lib/deploy/roll-back.ts';
import type { ReleaseManifest } from '@/lib/serve/release-manifest.ts';
import { aFinishedSite } from '../../support/a-finished-site.ts';
import { load } from '../../support/a-load.ts';
import { aNginx } from '../../support/a-nginx.ts';
import { startServer } from '../../support/a-process.ts';
import { aSiteInState, whatIsLive } from '../../support/a-release-folder.ts';
import { aTemporaryFolder } from '../../support/temporary-folder.ts';

/** How often another release goes live. */
const switches = 10;

const quiet = () => {};
/** Too large for a server to keep it in memory: it is read again for each answer, before and after a switch. */
const large = 'large.png';

const paths = [
  `/${large}`,
  '/',
  '/pictures/a-1a2b-480.jpg',
  ...Array.from({ length: 20 }, (_, index) => `/articles/${index}/`),
];

describe(`Under load, through ${switches} switches, no answer fails and none is of two releases:`, () => {
  test.each([
    ['npm start', 'of digests', async (root: string) => (await startServer('--root', root)).address],
    ['nginx', 'its own', async (root: string) => (await aNginx({ folder: join(root, 'current/site') })).address],
  ] as const)('%s', async (name, tags, start) => {
    const root = aTemporaryFolder();
    const sites = [
      await aFinishedSite({ ...aSiteInState('one', 20), [large]: Buffer.alloc(300_000, 'one') }),
      await aFinishedSite({ ...aSiteInState('second', 20), [large]: Buffer.alloc(320_000, 'second') }),
    ];
    const manifests: ReleaseManifest[] = [];
    const goLive = async (out: string | undefined) => {
      if (out === undefined) await rollBack(root, 1, [], quiet);
      else await deploy(out, root, new Date(), quiet);
      manifests.push(whatIsLive(root).manifest);
    };
    await goLive(sites[0]);
    const { stop } = load(await start(root), paths, 32, tags);

    for (let count = 1; count <= switches; count += 1) {
      await setTimeout(400);
      // Every fifth one goes back.
      await goLive(count % 5 === 0 ? undefined : sites[count % 2]);
    }
    await setTimeout(400);
    const { requests, failed, mixed } = await stop(manifests);

    console.log(`${name}: ${requests} requests, ${switches} switches, ${failed.length} failed, ${mixed.length} mixed`);
    expect(failed.slice(0, 5)).toEqual([]);
    expect(mixed.slice(0, 5)).toEqual([]);
    expect(requests).toBeGreaterThan(1000);
  });
});

import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { deploy } from '@/lib/deploy/deploy.ts';
import { releasedEditions } from '@/lib/deploy/released-editions.ts';
import { rollBack } from '@/lib/deploy/roll-back.ts';
import { aFewFiles, aFinishedSite, finishSite } from '../../support/a-finished-site.ts';
import { aServedSite } from '../../support/a-served-site.ts';
import { aTemporaryFolder } from '../../support/temporary-folder.ts';

const quiet = () => {};

/** A site with two releases, the second of which is live, and its server. */
async function aReleasedSite() {
  const root = aTemporaryFolder();
  const out = await aFinishedSite();
  const first = await deploy(out, root, new Date(), quiet);
  await finishSite(out, { ...aFewFiles, 'about/index.html': 'About us', 'new/index.html': 'New' });
  const second = await deploy(out, root, new Date(), quiet);
  const told: string[] = [];
  const editions = releasedEditions(root, (line) => told.push(line));
  const { address } = await aServedSite({ editions });
  const get = async (path: string) => (await fetch(address + path)).text();
  return { root, out, first, second, editions, get, told };
}

describe('A server of releases', () => {
  test('serves the one that is live, and names it', async () => {
    const { get, second } = await aReleasedSite();

    expect(await get('/about/')).toBe('About us');
    expect(await get('/healthz')).toBe(`ok ${second.name}\n`);
  });

  test('follows a switch', async () => {
    const { root, get, editions, first } = await aReleasedSite();
    await get('/about/');

    await rollBack(root, 1, [], quiet);
    editions.look();

    expect(await get('/about/')).toBe('About');
    expect(await get('/healthz')).toBe(`ok ${first.name}\n`);
  });

  test('goes on where a release is gone before it was known to be live no more', async () => {
    const { root, get, second } = await aReleasedSite();

    await rollBack(root, 1, [], quiet);
    rmSync(join(root, 'releases', second.name), { recursive: true });

    expect(await get('/about/')).toBe('About');
  });

  test('stays with the release before, and says so, where the next cannot be read', async () => {
    const { root, get, editions, first, told } = await aReleasedSite();

    writeFileSync(join(root, 'releases', first.name, 'manifest.json'), '{"version": 7}');
    rmSync(join(root, 'current'));
    symlinkSync(join('releases', first.name), join(root, 'current'));
    editions.look();

    expect(await get('/about/')).toBe('About us');
    expect(told[0]).toContain('manifest.json cannot be read');
  });

  test('does not begin where nothing is live, and says what to do', () => {
    const root = aTemporaryFolder();

    expect(() => releasedEditions(root, quiet)).toThrow(`Deploy the site there first: npm run deploy -- ${root}`);
  });
});

import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type OutputCache, outputCache } from '@/lib/press/outputs/output-cache.ts';
import { outputFolder, outputServer } from '@/lib/press/outputs/output-places.ts';
import { parseShare } from '@/lib/press/outputs/share.ts';
import { finishedSite } from '@/lib/serve/read-built-site.ts';
import { releaseManifest, siteFiles } from '@/lib/serve/release-manifest.ts';
import { anOutputServer, type Manner } from '../support/an-output-server.ts';
import { builtAt, Newsroom } from '../support/newsroom.ts';
import { siteBuilders } from '../support/site-builders.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

const { aBuilder } = siteBuilders();

/** A newsroom with what makes outputs of every kind. */
function aNewsroom(): Newsroom {
  const room = new Newsroom(join(aTemporaryFolder(), 'content'));
  room.do({ kind: 'picture', article: 1, where: 'lead', width: 400, colour: 7 });
  room.do({ kind: 'arabic' });
  room.do({ kind: 'translate', article: 1, words: 30, draft: false, slug: false });
  return room;
}

/** What a build into a new folder gives: the digest of a release of it, and what was said. */
async function builtWith(room: Newsroom, outputs?: OutputCache, share?: string) {
  const said: string[] = [];
  const out = join(aTemporaryFolder(), 'out');
  const parsed = share === undefined ? undefined : parseShare(share);
  const builder = aBuilder(room.dir, out, { say: (line) => said.push(line), outputs, share: parsed });
  await builder.build({ now: builtAt });
  await builder.close();
  return { out, said, digest: share === undefined ? digestOf(out) : '' };
}

function digestOf(out: string): string {
  const noted = finishedSite(out);
  return releaseManifest(noted, siteFiles(noted), new Date(0)).digest;
}

const cacheIn = (...dirs: string[]) => outputCache(dirs.map(outputFolder), () => {});

describe('The digest of a site', () => {
  test('is the same from one machine, from 1, 2 and 7 shards, from a warm cache, and after a shard died and ran again', async () => {
    const room = aNewsroom();
    const { digest } = await builtWith(room);

    for (const count of [1, 2, 7]) {
      const dir = aTemporaryFolder();
      for (let index = 1; index <= count; index += 1) {
        const { out } = await builtWith(room, cacheIn(dir), `${index}/${count}`);
        expect(() => finishedSite(out)).toThrow('There is no finished site');
      }
      const joined = cacheIn(dir);
      expect((await builtWith(room, joined)).digest).toBe(digest);
      // All but the search page, which has to know every part.
      const [, taken = '', all = ''] = /: (\d+) of (\d+) outputs/.exec(joined.summary()) ?? [];
      expect([count, Number(all) - Number(taken)]).toEqual([count, 2]);

      const warm = cacheIn(dir);
      expect((await builtWith(room, warm)).digest).toBe(digest);
      expect(warm.summary()).toMatch(new RegExp(`^Cache: ${all} of ${all} outputs taken`));

      if (count !== 2) continue;
      // Of the second shard only some came through, and some actions have lost their bytes.
      const lost = ['ac', 'cas'].flatMap((kind) => readdirSync(join(dir, kind)).map((name) => join(dir, kind, name)));
      for (const file of lost.filter((_, at) => at % 3 === 0)) rmSync(file);
      await builtWith(room, cacheIn(dir), '2/2');
      expect((await builtWith(room, cacheIn(dir))).digest).toBe(digest);
    }
  });

  test('is the same with a cache that has what was built before an edit, of which the edit alone is made', async () => {
    const room = aNewsroom();
    const server = await anOutputServer();
    const cache = () => outputCache([outputServer(server.address, undefined)], () => {});
    await builtWith(room, cache());
    room.do({ kind: 'section', article: 1, section: 1, words: 40 });
    const { digest } = await builtWith(room);

    const fresh = cache();
    expect((await builtWith(room, fresh)).digest).toBe(digest);

    const [, taken = '', all = ''] = /: (\d+) of (\d+) outputs/.exec(fresh.summary()) ?? [];
    expect(Number(taken)).toBeGreaterThan(Number(all) * 0.5);
    expect(Number(taken)).toBeLessThan(Number(all));
  });

  test.each<Manner>(['errors', 'full', 'lies', 'cuts'])(
    'is the same with a cache with %s, warm and cold',
    async (manner) => {
      const room = aNewsroom();
      const { digest } = await builtWith(room);
      const server = await anOutputServer();
      const cache = (say: (line: string) => void = () => {}) =>
        outputCache([outputServer(server.address, undefined)], say);
      await builtWith(room, cache());
      const said: string[] = [];
      server.manner = manner;
      server.asked.length = 0;

      const faulty = cache((line) => said.push(line));
      expect((await builtWith(room, faulty)).digest).toBe(digest);
      if (manner === 'lies') expect(faulty.summary()).toContain('had wrong bytes and were ignored');
      if (manner === 'errors' || manner === 'cuts') {
        expect(said).toEqual([
          expect.stringContaining(`The cache at ${server.address} is not used any more by this build`),
        ]);
        // Those that were under way, and no more.
        expect(server.asked.length).toBeLessThan(50);
      }
      server.kept.clear();
      expect((await builtWith(room, cache())).digest).toBe(digest);
    },
  );
});

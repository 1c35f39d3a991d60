import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readWanted, wantedFiles } from '@/lib/deploy/verify-files.ts';
import { type OutputCache, outputCache } from '@/lib/press/outputs/output-cache.ts';
import { outputFolder, outputServer } from '@/lib/press/outputs/output-places.ts';
import { parseShare } from '@/lib/press/outputs/share.ts';
import { finishedSite } from '@/lib/serve/read-built-site.ts';
import { releaseManifest, siteFiles } from '@/lib/serve/release-manifest.ts';
import { anOutputServer } from '../../support/an-output-server.ts';
import { builtAt, Newsroom } from '../../support/newsroom.ts';
import { siteBuilders } from '../../support/site-builders.ts';
import { aTemporaryFolder } from '../../support/temporary-folder.ts';

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
  return { out, said, digest: share === undefined ? await digestOf(out) : '' };
}

/** The digest of a release of a site whose files are as its manifest says. */
async function digestOf(out: string): Promise<string> {
  const noted = finishedSite(out);
  const files = siteFiles(noted);
  const wanted = wantedFiles(files);
  const read = await Promise.all(wanted.map((file) => readWanted(out, file)));
  expect(wanted.filter((_, index) => !read[index]).map(({ path }) => path)).toEqual([]);
  return releaseManifest(noted, files, new Date(0)).digest;
}

const cacheIn = (...dirs: string[]) => outputCache(dirs.map(outputFolder), () => {});

/** Into how many shares the site is divided. */
const counts = [1, 2, 7];

/** How a cache fails. */
const manners = ['lies', 'errors', 'full', 'cuts'] as const;

/** The outputs that were taken from a cache, and all that were asked for. */
function taken(cache: OutputCache): { taken: number; all: number } {
  const [, some, all] = /: (\d+) of (\d+) outputs/.exec(cache.summary()) ?? [];
  return { taken: Number(some), all: Number(all) };
}

describe('The digest of a site', () => {
  test(`is the same from one machine, from ${counts.join(', ')} shards, and after a shard died and ran again`, async () => {
    const room = aNewsroom();
    const { digest } = await builtWith(room);

    for (const count of counts) {
      const dir = aTemporaryFolder();
      for (let index = 1; index <= count; index += 1) {
        const { out } = await builtWith(room, cacheIn(dir), `${index}/${count}`);
        expect(() => finishedSite(out)).toThrow('There is no finished site');
      }
      const joined = cacheIn(dir);
      expect((await builtWith(room, joined)).digest).toBe(digest);
      // All but the search page of each language, which has to know every part.
      const { taken: some, all } = taken(joined);
      expect([count, all - some]).toEqual([count, 2]);
      if (count !== 2) continue;
      // Of the second share only some came through, and some actions have lost their bytes.
      const files = ['ac', 'cas'].flatMap((kind) => readdirSync(join(dir, kind)).map((name) => join(dir, kind, name)));
      for (const file of files.filter((_, at) => at % 3 === 0)) rmSync(file);
      await builtWith(room, cacheIn(dir), '2/2');
      expect((await builtWith(room, cacheIn(dir))).digest).toBe(digest);
    }
  });

  test('is the same with a cold cache, a warm one, after an edit of which the edit alone is made, and with one that fails', async () => {
    const room = aNewsroom();
    const server = await anOutputServer();
    const said: string[] = [];
    const cache = () => outputCache([outputServer(server.address, undefined)], (line) => said.push(line));
    const { digest } = await builtWith(room, cache());
    const warm = cache();
    expect((await builtWith(room, warm)).digest).toBe(digest);
    expect(taken(warm).taken).toBe(taken(warm).all);

    for (const manner of manners) {
      server.manner = manner;
      server.asked.length = 0;
      const faulty = cache();
      expect([manner, (await builtWith(room, faulty)).digest]).toEqual([manner, digest]);
      if (manner === 'lies') expect(faulty.summary()).toContain('had wrong bytes and were ignored');
      if (manner !== 'errors' && manner !== 'cuts') continue;
      expect(said.splice(0)).toEqual([
        expect.stringContaining(`The cache at ${server.address} is not used any more by this build`),
      ]);
      // Those that were under way, and no more.
      expect(server.asked.length).toBeLessThan(50);
    }

    server.manner = 'well';
    room.do({ kind: 'section', article: 1, section: 1, words: 40 });
    const edited = cache();
    const { digest: after } = await builtWith(room, edited);
    expect(after).not.toBe(digest);
    expect(taken(edited).taken).toBeGreaterThan(taken(edited).all / 2);
    expect(taken(edited).taken).toBeLessThan(taken(edited).all);
    expect((await builtWith(room)).digest).toBe(after);
  });
});

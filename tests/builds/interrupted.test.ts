import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { ContentError } from '@/lib/model/problem.ts';
import { UnfinishedError } from '@/lib/processes/work-error.ts';
import { finishedSite } from '@/lib/serve/read-built-site.ts';
import { commandScript } from '../support/command-script.ts';
import { siteContent } from '../support/compare-sites.ts';
import { builtAt, Newsroom } from '../support/newsroom.ts';
import { longTest, runs } from '../support/runs.ts';
import { siteBuilders } from '../support/site-builders.ts';

const { path, aBuilder, aBuiltNewsroom, fromNothing } = siteBuilders();

describe('a build that is killed, or not alone', () => {
  const build = (content: string, out: string) =>
    spawn(process.execPath, [...commandScript('build'), '--content', content, '--out', out], { stdio: 'ignore' });

  longTest(
    'leaves a site that the next builds complete, whenever it ends, and two of them at once end well',
    async () => {
      const room = new Newsroom(path('killed/content'));
      const out = path('killed/out');
      for (let attempt = 0; attempt < runs(1); attempt++) {
        room.do({ kind: 'site', words: attempt + 10 });
        const child = build(room.dir, out);
        await setTimeout(150 + 1200 * Math.random());
        child.kill('SIGKILL');
        if (child.exitCode === null) await once(child, 'exit');
      }
      // Two at once: one waits for the other.
      const both = [build(room.dir, out), build(room.dir, out)].map((child) => once(child, 'exit'));
      expect((await Promise.all(both)).map(([status]) => status)).toEqual([0, 0]);
      expect(siteContent(out)).toEqual(await fromNothing(room.dir, Date.now()));
    },
  );

  const deletions: [string, (out: string) => void][] = [
    [
      'the build cache, with half of the site',
      (out) => {
        rmSync(`${out}.press`, { recursive: true });
        rmSync(join(out, 'index.html'));
        rmSync(join(out, 'articles'), { recursive: true });
      },
    ],
    ['the build cache', (out) => rmSync(`${out}.press`, { recursive: true })],
    ['the site', (out) => rmSync(out, { recursive: true })],
    ['both', (out) => ['', '.press'].forEach((end) => void rmSync(out + end, { recursive: true }))],
  ];

  test.each(deletions.slice(0, runs(1)))('builds the same again when somebody deletes %s', async (what, remove) => {
    const { room, out } = await aBuiltNewsroom(what);
    const before = siteContent(out);

    remove(out);
    const next = aBuilder(room.dir, out);
    await next.build({ now: builtAt });
    await next.close();

    expect(siteContent(out)).toEqual(before);
  });

  test.each(deletions.slice(runs(1) > 1 ? 1 : 3))(
    'goes on in a resident builder when somebody deletes %s',
    async (what, remove) => {
      const { room, out } = await aBuiltNewsroom(`resident-${what}`);
      const builder = aBuilder(room.dir, out);
      await builder.build({ now: builtAt });
      remove(out);
      room.do({ kind: 'site', words: 12 });
      await builder.build({ now: builtAt, suspects: new Set() });
      await builder.close();

      expect(siteContent(out)).toEqual(await fromNothing(room.dir));
      expect(finishedSite(out).files.length).toBeGreaterThan(10);
    },
  );

  test('never takes a folder for its own that is not', () => {
    const room = new Newsroom(path('foreign/content'));
    const out = path('foreign/out');
    mkdirSync(join(out, 'articles'), { recursive: true });
    for (const name of ['index.html', '404.html', '.gitignore']) writeFileSync(join(out, name), 'Not ours');
    expect(() => aBuilder(room.dir, out)).toThrow('contains files that no build made');
    expect(existsSync(`${out}.press`)).toBe(false);
  });

  test('leaves the site as it was where a page does not answer as it must, and names the page', async () => {
    const { room, out } = await aBuiltNewsroom('broken');
    const isBroken = (route: string) => hasBroken && route === '/articles/a1/';
    let hasBroken = false;
    const builder = aBuilder(room.dir, out, { isBroken });
    await builder.build({ now: builtAt });
    const before = siteContent(out);
    hasBroken = true;
    room.do({ kind: 'site', words: 12 });
    await expect(builder.build({ now: builtAt })).rejects.toThrow(
      '/articles/a1/ answered with status 500 instead of 200',
    );
    expect(siteContent(out)).toEqual(before);
    await builder.close();
  });

  test('says that it has changed the site when it fails after the pages, and the next one completes it', async () => {
    const { room, out } = await aBuiltNewsroom('unfinished');
    let isBroken = false;
    const builder = aBuilder(room.dir, out, { isBroken: (route) => isBroken && route === '/search/' });
    await builder.build({ now: builtAt });
    room.do({ kind: 'topic', words: 5 });
    rmSync(join(room.dir, 'site.md'));
    await expect(builder.build({ now: builtAt })).rejects.toThrow(ContentError);
    room.do({ kind: 'site', words: 3 });
    room.do({ kind: 'section', article: 1, section: 1, words: 7 });
    isBroken = true;
    await expect(builder.build({ now: builtAt })).rejects.toThrow(UnfinishedError);
    expect(() => finishedSite(out)).toThrow('is only half built');
    isBroken = false;
    await builder.build({ now: builtAt });
    await builder.close();
    expect(siteContent(out)).toEqual(await fromNothing(room.dir));
    expect(finishedSite(out).finished).toBe(true);
  });
});

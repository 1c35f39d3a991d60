import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { siteContent } from '../support/compare-sites.ts';
import { Newsroom } from '../support/newsroom.ts';
import { runs } from '../support/runs.ts';
import { siteBuilders } from '../support/site-builders.ts';

const { path, fromNothing } = siteBuilders();

describe('a build that is killed, or not alone', () => {
  const build = (content: string, out: string) =>
    spawn(process.execPath, ['lib/commands/build.ts', '--content', content, '--out', out], { stdio: 'ignore' });

  test('leaves a site that the next build completes, whenever it ends', async () => {
    const room = new Newsroom(path('killed/content'));
    const out = path('killed/out');
    const attempts = runs(3);
    for (let attempt = 0; attempt < attempts; attempt++) {
      room.do({ kind: 'site', words: attempt + 10 });
      const child = build(room.dir, out);
      await setTimeout(150 + (1200 * attempt) / attempts);
      child.kill('SIGKILL');
      if (child.exitCode === null) await once(child, 'exit');
    }
    const [status] = await once(build(room.dir, out), 'exit');
    expect(status).toBe(0);
    expect(siteContent(out)).toEqual(await fromNothing(room.dir, Date.now()));
  });

  test('waits for another one, and both end well', async () => {
    const room = new Newsroom(path('two/content'));
    const out = path('two/out');
    const both = [build(room.dir, out), build(room.dir, out)].map((child) => once(child, 'exit'));
    expect((await Promise.all(both)).map(([status]) => status)).toEqual([0, 0]);
    expect(siteContent(out)).toEqual(await fromNothing(room.dir, Date.now()));
  });
});

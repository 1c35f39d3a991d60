import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { siteContent } from '../support/compare-sites.ts';
import { builtAt } from '../support/newsroom.ts';
import { siteBuilders } from '../support/site-builders.ts';

const { aBuilder, aBuiltNewsroom } = siteBuilders();

describe('the desk', () => {
  test('is there if site.md asks for it, changes no page of readers by a byte, and goes again', async () => {
    const { room, out } = await aBuiltNewsroom('desk');
    const before = siteContent(out);
    expect(Object.keys(before).filter((path) => path.startsWith('admin/'))).toEqual([]);
    const file = join(room.dir, 'site.md');
    const site = readFileSync(file, 'utf8');
    writeFileSync(file, site.replace('lang:', 'desk: { backend: github, repo: harbour/news }\nlang:'));
    const builder = aBuilder(room.dir, out);
    const { made } = await builder.build({ now: builtAt });

    const after = siteContent(out);
    const desk = Object.keys(after).filter((path) => path.startsWith('admin/'));
    expect(desk).toEqual(
      expect.arrayContaining(['admin/index.html', 'admin/desk.js', 'admin/desk.json', 'admin/cms/index.js']),
    );
    for (const path of desk) delete after[path];
    expect(after).toEqual(before);
    expect(made.map(({ file: path }) => path)).toContain('admin/index.html');
    const written = ['admin/index.html', 'admin/desk.json'].map((path) => readFileSync(join(out, path), 'utf8')).join();
    expect(written).toContain('harbour/news');
    expect(written).not.toMatch(/token"?:|secret|password/i);

    expect((await builder.build({ now: builtAt })).made).toEqual([]);
    writeFileSync(file, site);
    await builder.build({ now: builtAt });
    await builder.close();
    expect(siteContent(out)).toEqual(before);
  });
});

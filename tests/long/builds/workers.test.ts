import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { worthWorkers } from '@/lib/press/workers.ts';
import { siteContent } from '../../support/compare-sites.ts';
import { builtAt } from '../../support/newsroom.ts';
import { addArabic, writePlenty } from '../../support/plenty.ts';
import { siteBuilders } from '../../support/site-builders.ts';

const { path, aBuilder, fromNothing } = siteBuilders();

describe('a build of a large site', () => {
  test('gives the same files, whether one process makes the pages or workers share them', async () => {
    const content = path('large/content');
    const out = path('large/out');
    writePlenty(content, 240);
    const builder = aBuilder(content, out);
    // Too few for workers; then enough of them in a build from nothing.
    const { made } = await builder.build({ now: builtAt });
    expect(made.length).toBeLessThan(worthWorkers);
    writePlenty(content, 310);
    await builder.build({ now: builtAt });
    await builder.close();
    expect(siteContent(out)).toEqual(await fromNothing(content));
  });

  test('gives the same files in two languages, too', async () => {
    const [content, out] = [path('two/content'), path('two/out')];
    const few = 40;
    const builder = aBuilder(content, out);
    // One process makes both languages of the few; workers make those that come later. All in two would take twice as long.
    writePlenty(content, few);
    addArabic(content, few);
    const { made } = await builder.build({ now: builtAt });
    expect(made.length).toBeLessThan(worthWorkers);
    expect(made.some(({ file }) => file.startsWith('ar/articles/'))).toBe(true);
    writePlenty(content, 310);
    addArabic(content, 2 * few);
    const more = await builder.build({ now: builtAt });
    expect(more.made.length).toBeGreaterThan(worthWorkers);
    await builder.close();
    expect(siteContent(out)).toEqual(await fromNothing(content));
  });

  test('keeps an article at fault, also where workers parse the articles and make the pages', async () => {
    const [content, good, out] = [path('fault/content'), path('fault/good'), path('fault/out')];
    writePlenty(content, 310);
    const builder = aBuilder(content, out);
    await builder.build({ now: builtAt });
    cpSync(content, good, { recursive: true });
    const [slug = ''] = readdirSync(join(content, 'articles'));
    const change = (dir: string, file: string, from: string, to: string) =>
      writeFileSync(join(dir, file), readFileSync(join(dir, file), 'utf8').replace(from, to));
    change(content, join('articles', slug, 'index.md'), 'title:', 'titel:');
    for (const dir of [content, good]) {
      // All pages have the name of the site, and all articles are parsed with the names of the glossary.
      change(dir, 'site.md', 'name: ', 'name: More ');
      mkdirSync(join(dir, 'glossary'), { recursive: true });
      writeFileSync(join(dir, 'glossary/zyx.md'), '---\nname: Zyxwvu\nkind: organisation\n---\n');
    }
    const { atFault, made } = await builder.build({ now: builtAt });
    await builder.close();
    expect(atFault.map((one) => one.name)).toEqual([slug]);
    expect(made.length).toBeGreaterThan(worthWorkers);
    expect(siteContent(out)).toEqual(await fromNothing(good));
  });
});

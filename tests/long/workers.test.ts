import { describe, expect, test } from 'vitest';
import { worthWorkers } from '@/lib/press/workers.ts';
import { siteContent } from '../support/compare-sites.ts';
import { builtAt } from '../support/newsroom.ts';
import { writePlenty } from '../support/plenty.ts';
import { siteBuilders } from '../support/site-builders.ts';

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
});

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { siteContent } from '../../support/compare-sites.ts';
import { anEdit, builtAt } from '../../support/newsroom.ts';
import { writePlenty } from '../../support/plenty.ts';
import { runs } from '../../support/runs.ts';
import { siteBuilders } from '../../support/site-builders.ts';
import { staysTheSame } from '../../support/stays-the-same.ts';

const builders = siteBuilders();
const { path, aBuilder, fromNothing } = builders;

describe('an incremental build', () => {
  test('gives the same files where lists are about to have a page more, or to lose one', async () => {
    const edits = fc.array(anEdit, { minLength: 1, maxLength: 6 });
    const stock = fc.integer({ min: 56, max: 58 });
    await fc.assert(
      fc.asyncProperty(edits, fc.boolean(), stock, (some, resident, count) =>
        staysTheSame(builders, some, resident, count),
      ),
      { numRuns: runs(0.25), endOnFailure: true },
    );
  });

  test('gives the same lists where there are more articles than the front page shows', async () => {
    const content = path('plenty/content');
    const out = path('plenty/out');
    writePlenty(content, 41);
    const builder = aBuilder(content, out);
    await builder.build({ now: builtAt });
    writePlenty(content, 42);
    const { made } = await builder.build({ now: builtAt });
    expect(made.map(({ file }) => file).filter((file) => file.includes('page/'))).toEqual([]);
    for (const gone of ['article-42', 'article-30', 'article-1'])
      rmSync(join(content, 'articles', gone), { recursive: true });
    await builder.build({ now: builtAt });
    await builder.close();
    expect(siteContent(out)).toEqual(await fromNothing(content));
  });
});

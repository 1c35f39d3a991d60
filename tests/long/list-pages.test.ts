import fc from 'fast-check';
import { describe, test } from 'vitest';
import { anEdit } from '../support/newsroom.ts';
import { runs } from '../support/runs.ts';
import { siteBuilders } from '../support/site-builders.ts';
import { staysTheSame } from '../support/stays-the-same.ts';

const builders = siteBuilders();

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
});

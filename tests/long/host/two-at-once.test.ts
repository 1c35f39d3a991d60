import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { aFinishedSite, finishSite } from '../../support/a-finished-site.ts';
import { aSiteInState, leftOver, stateOf, whatIsLive } from '../../support/a-release-folder.ts';
import { commandScript } from '../../support/command-script.ts';
import { runs } from '../../support/runs.ts';
import { aTemporaryFolder } from '../../support/temporary-folder.ts';

/** How many pairs are tried. */
const pairs = runs(3);

test(`Two deploys at once take their turns, ${pairs} times`, async () => {
  const root = aTemporaryFolder();
  const sites = [await aFinishedSite(), await aFinishedSite()];
  let last = new Set<string>();

  for (let count = 0; count < pairs; count += 1) {
    const states = sites.map((_, index) => `s${index}x${count}`);
    for (const [index, out] of sites.entries()) await finishSite(out, aSiteInState(states[index] ?? '', 5));
    const ends = sites.map(async (out) => {
      const [status] = await once(
        spawn(process.execPath, [...commandScript('deploy'), root, '--out', out], {
          stdio: ['ignore', 'ignore', 'inherit'],
        }),
        'exit',
      );
      return status;
    });

    expect(await Promise.all(ends)).toEqual([0, 0]);
    const { manifest, wrong } = whatIsLive(root);
    expect([wrong, leftOver(root)]).toEqual([[], []]);
    expect(states).toContain(stateOf(manifest));
    expect(last.has(manifest.digest)).toBe(false);
    last = last.union(new Set([manifest.digest]));
  }
});

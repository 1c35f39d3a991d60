import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { aFinishedSite } from '../../support/a-finished-site.ts';
import { aSiteInState, leftOver, stateOf, whatIsLive } from '../../support/a-release-folder.ts';
import { commandScript } from '../../support/command-script.ts';
import { runs } from '../../support/runs.ts';
import { aTemporaryFolder } from '../../support/temporary-folder.ts';

/** How many deploys are killed. */
const kills = runs(10);

/** How many pages the site has: enough for writing them to take longer than to start. */
const pages = 60;

function deploying(out: string, root: string) {
  return spawn(process.execPath, [...commandScript('deploy'), root, '--out', out], { stdio: 'ignore' });
}

test('A deploy that is killed at any moment leaves a whole release live, and the next one cleans up', async () => {
  const root = aTemporaryFolder();
  const sites = {
    one: await aFinishedSite(aSiteInState('one', pages)),
    two: await aFinishedSite(aSiteInState('two', pages)),
  };
  await once(deploying(sites.one, root), 'exit');
  const began = performance.now();
  await once(deploying(sites.two, root), 'exit');
  const whole = performance.now() - began;
  const found = { before: 0, writing: 0, after: 0 };

  // At least one has to be killed while it writes.
  for (let count = 1; count <= kills || found.writing === 0; count += 1) {
    const before = whatIsLive(root);
    const other = stateOf(before.manifest) === 'one' ? sites.two : sites.one;
    const child = deploying(other, root);
    const exit = once(child, 'exit');
    // The start of the process, in which nothing is written yet, is of no interest for most of them.
    await setTimeout(whole * (count % 5 === 0 ? Math.random() : 0.35 + 0.75 * Math.random()));
    child.kill('SIGKILL');
    await exit;

    const { name, wrong } = whatIsLive(root);
    expect(wrong).toEqual([]);
    found[name !== before.name ? 'after' : leftOver(root).length > 0 ? 'writing' : 'before'] += 1;
    if (count % 5 !== 0) continue;
    const next = stateOf(whatIsLive(root).manifest) === 'one' ? 'two' : 'one';
    await once(deploying(sites[next], root), 'exit');
    expect(leftOver(root)).toEqual([]);
    expect(stateOf(whatIsLive(root).manifest)).toBe(next);
    expect(whatIsLive(root).wrong).toEqual([]);
  }
  console.log(`${kills} deploys killed: ${JSON.stringify(found)}`);
  expect(found.writing).toBeGreaterThan(0);
});

import { execFileSync } from 'node:child_process';
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { aFinishedSite, finishSite } from '../../support/a-finished-site.ts';
import { aSiteInState, leftOver, whatIsLive } from '../../support/a-release-folder.ts';
import { callCommand, runCommand } from '../../support/run-command.ts';
import { runs } from '../../support/runs.ts';
import { aTemporaryFolder } from '../../support/temporary-folder.ts';

/** How many pages the site has. */
const pages = 30;

/** The most blocks that are left free, which is just enough, and the steps in which they are. */
const most = 132;
const step = Math.ceil(most / runs(12));

test('A deploy for which there is no room leaves live what is, wherever it stops, and says so', async ({ skip }) => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    skip('A disk can be made small only by root on Linux: it is a tmpfs that has to be mounted.');
  }
  const root = aTemporaryFolder();
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', root]);
  onTestFinished(() => {
    execFileSync('umount', [root]);
  });
  const out = await aFinishedSite(aSiteInState('first', pages));
  expect(runCommand('deploy', [root, '--out', out]).status).toBe(0);
  const filler = join(root, '.filler');
  let refused = 0;
  let done = 0;

  for (let left = 0; left <= most; left += step) {
    const before = whatIsLive(root).name;
    await finishSite(out, aSiteInState(`s${left}`, pages));
    // Leaves this many blocks.
    const { bavail, bsize } = statfsSync(root);
    writeFileSync(filler, Buffer.alloc(Math.max(0, bavail - left) * bsize));
    const { status, stderr } = await callCommand('deploy', [root, '--out', out]);
    const { name, wrong } = whatIsLive(root);
    expect(wrong).toEqual([]);
    expect(leftOver(root)).toEqual(['.filler']);
    if (status === 0) {
      done += 1;
      expect(name).not.toBe(before);
    } else {
      refused += 1;
      expect([status, name]).toEqual([1, before]);
      expect(stderr).toBe(
        `The disk of ${root} is full. Free some space, then deploy again. What is live is unchanged.\n`,
      );
    }
    rmSync(filler);
  }
  await finishSite(out, aSiteInState('last', pages));
  expect(runCommand('deploy', [root, '--out', out])).toMatchObject({ status: 0, stderr: '' });
  expect(whatIsLive(root).wrong).toEqual([]);
  console.log(`${refused} deploys on a full disk`);
  // From no room at all to just enough.
  expect(refused).toBeGreaterThan(3);
  expect(done).toBeGreaterThan(0);
});

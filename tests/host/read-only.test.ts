import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { aFinishedSite } from '../support/a-finished-site.ts';
import { fixtures } from '../support/content-folder.ts';
import { runCommand } from '../support/run-command.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

test('On a disk that cannot be written to, each command says so in a sentence, and a check does its work', async ({
  skip,
}) => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    skip('A disk can be made read-only only by root on Linux: it is a tmpfs that has to be mounted.');
  }
  const out = await aFinishedSite();
  const root = aTemporaryFolder();
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', root]);
  onTestFinished(() => {
    execFileSync('umount', [root]);
  });
  const content = join(root, 'content');
  cpSync(join(fixtures, 'minimal-content'), content, { recursive: true });
  execFileSync('mount', ['-o', 'remount,ro', root]);

  for (const [name, ...args] of [
    ['new', 'article', 'The bridge', '--content', content],
    ['new', 'section', 'storm', 'The sea', '--content', content],
    ['revise', 'storm', '--kind', 'publish', '--note', 'First published.', '--content', content],
    ['hosts', 'nginx', join(root, 'nginx'), '--out', out],
    ['hosts', 'pages', join(root, 'pages'), '--out', out],
    ['build', '--content', content, '--out', join(root, 'out')],
  ] as const) {
    const { status, stderr } = runCommand(name, args);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^The disk is read-only: \S+\. Choose a folder on another disk, .* then try again\.\n$/);
  }
  expect(runCommand('check', ['--content', content, '--cache', join(root, 'cache')])).toMatchObject({
    status: 0,
    stderr: '',
  });
});

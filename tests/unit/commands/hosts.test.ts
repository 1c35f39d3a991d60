import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aFinishedSite } from '../../support/a-finished-site.ts';
import { callCommand, runCommand } from '../../support/run-command.ts';
import { aTemporaryFolder } from '../../support/temporary-folder.ts';

describe('npm run hosts', { timeout: 30_000 }, () => {
  test('says with --help what there is', () => {
    const { status, stdout } = runCommand('hosts', ['--help']);

    expect(status).toBe(0);
    expect(stdout).toMatch(/^npm run hosts\n/);
    expect(stdout).toContain('  docker            a Dockerfile');
  });

  test('makes a folder', async () => {
    const dir = join(aTemporaryFolder(), 'hosting');

    expect(await callCommand('hosts', ['nginx', dir, '--out', await aFinishedSite()])).toEqual({
      status: 0,
      stdout: `${dir} is ready for nginx. What to do with it: docs/deploy.md\n`,
      stderr: '',
    });
  });

  test.each([
    [['ngnix', 'x'], 'There is no host "ngnix". Did you mean "nginx"?'],
    [['nginx'], 'The folder is missing.'],
    [['nginx', 'x', '--root', 'srv'], '--root is "srv". Give the whole path, as in /srv/news.'],
    [['nginx', 'x', '--root', '/srv/$uri'], '--root has a $ or a control character'],
    [['nginx', 'x', '--root', '/srv/a\nb'], '--root has a $ or a control character'],
  ])('refuses a call that makes no sense: %j', async (args, message) => {
    const { status, stderr } = await callCommand('hosts', args);

    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });
});

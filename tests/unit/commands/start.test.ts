import { describe, expect, test } from 'vitest';
import { callCommand, runCommand } from '../../support/run-command.ts';

describe('npm start', { timeout: 30_000 }, () => {
  test('says with --help what it does', () => {
    const { status, stdout } = runCommand('start', ['--help']);

    expect(status).toBe(0);
    expect(stdout).toMatch(/^npm start\n/);
    expect(stdout).toContain('PORT (3000)');
  });

  test.each(['eighty', '', ' ', '65536', '-1', '80.5', '0x50', '1e3'])(
    'refuses the port "%s" before it builds anything',
    async (port) => {
      expect(await callCommand('start', ['--content', 'no/such/folder'], { PORT: port })).toEqual({
        status: 2,
        stdout: '',
        stderr: `PORT is "${port}". Give a number from 0 to 65535, as in PORT=8080 npm start.\nSee: npm start -- --help\n`,
      });
    },
  );

  test('stops before it serves where the content has problems', async () => {
    expect(await callCommand('start', ['--content', 'no/such/folder'])).toEqual({
      status: 1,
      stdout: '',
      stderr:
        'no/such/folder:1:1  error  content-missing  There is no such folder. Name the content folder with --content <dir>, or create a publication: npm run new -- site no/such/folder\n' +
        '\n1 problem in the content. The site was not changed.\n',
    });
  });
});

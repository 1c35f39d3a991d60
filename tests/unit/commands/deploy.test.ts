import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { buildCacheFile } from '@/lib/press/cache/build-cache.ts';
import { aFewFiles, aFinishedSite, finishSite } from '../../support/a-finished-site.ts';
import { callCommand, runCommand } from '../../support/run-command.ts';
import { aTemporaryFolder } from '../../support/temporary-folder.ts';

describe('npm run deploy', { timeout: 30_000 }, () => {
  test('says with --help what it does', () => {
    const { status, stdout } = runCommand('deploy', ['--help']);

    expect(status).toBe(0);
    expect(stdout).toMatch(/^npm run deploy\n/);
  });

  test('puts the site live, tells it is live already, lists releases and goes no further back than there are', async () => {
    const out = await aFinishedSite();
    const root = aTemporaryFolder();

    const first = await callCommand('deploy', [root, '--out', out]);
    expect(first).toMatchObject({ status: 0, stderr: '' });
    expect(first.stdout).toMatch(/^\d{8}T\d{9}Z-[0-9a-f]{12} is live in .*: 8 files written\n$/);
    const name = first.stdout.split(' ')[0];
    expect((await callCommand('deploy', [root, '--out', out])).stdout).toBe(
      `This site is already live in ${root}: ${name}\n`,
    );
    expect((await callCommand('deploy', [root, '--list'])).stdout).toBe(`* ${name}  4 files  live\n`);
    expect(await callCommand('deploy', [root, '--rollback'])).toEqual({
      status: 1,
      stdout: '',
      stderr: `There is no release before the live one in ${root}. What there is: npm run deploy -- ${root} --list\n`,
    });
  });

  test('names what it takes down, brings it back only where it is named, and forgets earlier releases', async () => {
    const text = { versions: [], pictures: {} };
    const out = await aFinishedSite(aFewFiles, { texts: { storm: text, pier: text } });
    const root = aTemporaryFolder();
    const nameOf = ({ stdout }: { stdout: string }) => stdout.split(' ')[0] ?? '';
    const first = nameOf(await callCommand('deploy', [root, '--out', out]));
    await finishSite(out, aFewFiles);

    const down = await callCommand('deploy', [root, '--out', out]);
    expect(down.stdout).toContain(
      `Taken down: storm, pier. Earlier releases still have it. To delete them: npm run deploy -- ${root} --forget\n`,
    );
    const call = `npm run deploy -- ${root} --rollback ${first} --bring-back`;
    expect(await callCommand('deploy', [root, '--rollback', '--bring-back', 'storm'])).toEqual({
      status: 1,
      stdout: '',
      stderr: `Release ${first} would bring back what was taken down since: pier. What is live is unchanged. To bring it back, name it: ${call} storm --bring-back pier, or all with --bring-back ${first}\n`,
    });
    const back = await callCommand('deploy', [root, '--rollback', '--bring-back', 'storm', '--bring-back', 'pier']);
    expect(back).toEqual({ status: 0, stdout: `${first} is live in ${root}\n`, stderr: '' });
    expect(await callCommand('deploy', [root, '--forget'])).toEqual({
      status: 0,
      stdout: `${nameOf(down)} is gone\n${first} is live in ${root}, and there is no other release\n`,
      stderr: '',
    });
  });

  test('puts a site live in which an article at fault kept its pages, and says so with its exit status', async () => {
    const out = await aFinishedSite(aFewFiles, { atFault: ['storm', 'pier'] });
    const root = aTemporaryFolder();
    const line = 'Live with their last good pages, because they have errors: storm, pier. Details: npm run check\n';

    const first = runCommand('deploy', [root, '--out', out]);
    expect(first).toMatchObject({ status: 3, stderr: line });
    expect(first.stdout).toContain(' is live in ');
    expect(await callCommand('deploy', [root, '--out', out])).toMatchObject({ status: 3, stderr: line });
    await finishSite(out, aFewFiles);
    expect(await callCommand('deploy', [root, '--out', out])).toMatchObject({ status: 0, stderr: '' });
  });

  test.each([
    [[], 'The folder is missing.'],
    [['live', '2'], '"2" was not expected. Only --rollback takes the name of a release.'],
    [['live', '--rollback', '0'], '--rollback 0 would change nothing.'],
    [['live', '--rollback', '--list'], '--list and --rollback cannot be combined.'],
    [['live', '--forget', '--list'], '--list and --forget cannot be combined.'],
    [['live', '--bring-back', 'storm'], '--bring-back works only with --rollback.'],
    [['live', '--lits'], 'There is no option "--lits".'],
  ])('refuses a call that makes no sense: %j', async (args, message) => {
    const { status, stdout, stderr } = await callCommand('deploy', args);

    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });

  test('says where there is no site what to do', async () => {
    expect(await callCommand('deploy', [aTemporaryFolder(), '--out', 'no/such/out'])).toEqual({
      status: 1,
      stdout: '',
      stderr: 'There is no finished site in no/such/out/. Build it first: npm run build -- --out no/such/out\n',
    });
  });

  test.each([
    ['deploy', (out: string) => ['live', '--out', out]],
    ['hosts', (out: string) => ['pages', join(out, '../dist'), '--out', out]],
  ])('says in words what to do if another version built the site, as npm run %s does', async (name, args) => {
    const out = await aFinishedSite();
    const db = new DatabaseSync(buildCacheFile(out));
    db.exec('PRAGMA user_version = 4');
    db.close();

    expect(await callCommand(name, args(out))).toEqual({
      status: 1,
      stdout: '',
      stderr: `The site in ${out}/ was built by another version of Standfirst. Build it again: npm run build -- --out ${out}\n`,
    });
  });

  test('says in words what to do if the notes of the build are damaged', async () => {
    const out = await aFinishedSite();
    writeFileSync(buildCacheFile(out), 'No database. '.repeat(1000));

    expect(await callCommand('deploy', ['live', '--out', out])).toEqual({
      status: 1,
      stdout: '',
      stderr: `The manifest of ${out}/ cannot be read: file is not a database. Wait for other builds to end, then build it again: npm run build -- --out ${out}\n`,
    });
  });
});

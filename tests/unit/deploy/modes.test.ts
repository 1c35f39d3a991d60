import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { deploy } from '@/lib/deploy/deploy.ts';
import { aFewFiles, aFinishedSite, finishSite } from '../../support/a-finished-site.ts';
import { commandScript } from '../../support/command-script.ts';
import { longTest, runs } from '../../support/runs.ts';
import { aTemporaryFolder } from '../../support/temporary-folder.ts';

const project = join(import.meta.dirname, '../../..');

/** Runs `npm run deploy` as a process with a umask. */
function deployUnder(umask: string, ...args: string[]): void {
  const shell = ['-c', `umask ${umask} && exec "$@"`, 'sh', process.execPath, ...commandScript('deploy'), ...args];
  execFileSync('sh', shell, { cwd: project, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** The modes of a folder, everything in it and the folders above it up to another, except links. */
function modesIn(dir: string, upTo = dir): string[] {
  const inside = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory() || (entry.isFile() && !entry.name.startsWith('lock.db')))
    .map(({ parentPath, name }) => join(parentPath, name));
  const above: string[] = [];
  for (let folder = dir; folder.length >= upTo.length; folder = dirname(folder)) above.push(folder);
  return [...above, ...inside].map((path) => {
    const stat = statSync(path);
    return `${stat.isDirectory() ? 'folder' : 'file'} ${(stat.mode & 0o777).toString(8)}`;
  });
}

const readable = ['folder 755', 'file 644'];

describe.skipIf(process.platform === 'win32')('A deploy', () => {
  test.each(['077', '000'].slice(0, runs(1)))('can be read by web servers, whatever the umask: %s', async (umask) => {
    const dir = aTemporaryFolder();
    const root = join(dir, 'srv/news');
    const out = await aFinishedSite(aFewFiles, { url: 'https://news.example/daily' });

    deployUnder(umask, root, '--out', out);
    await finishSite(out, { ...aFewFiles, 'about/index.html': 'About us' }, { url: 'https://news.example/daily' });
    deployUnder(umask, root, '--out', out);

    expect([...new Set(modesIn(root, join(dir, 'srv')))].toSorted()).toEqual(readable.toSorted());
  });

  test('leaves the mode of a folder that was there, and mends what another deploy has made', async () => {
    const root = aTemporaryFolder();
    const out = await aFinishedSite();
    await deploy(out, root, new Date(), () => {});
    const releases = join(root, 'releases');
    const close = (path: string, mode: number) => chmodSync(join(releases, path), mode);
    const [name = ''] = readdirSync(releases);
    close(`${name}/site/index.html`, 0o600);
    for (const path of [`${name}/site/about`, name, '']) close(path, 0o700);
    chmodSync(root, 0o710);

    deployUnder('077', root, '--out', out);

    expect([...new Set(modesIn(releases))].toSorted()).toEqual(readable.toSorted());
    expect(statSync(root).mode & 0o777).toBe(0o710);
  });

  longTest('links no file of the release before without making it one that web servers can read', async () => {
    const root = aTemporaryFolder();
    const out = await aFinishedSite();
    await deploy(out, root, new Date(), () => {});
    chmodSync(join(root, 'current/site/index.html'), 0o600);
    await finishSite(out, { ...aFewFiles, 'about/index.html': 'About us' });

    deployUnder('077', root, '--out', out);

    expect(statSync(join(root, 'current/site/index.html')).mode & 0o777).toBe(0o644);
  });

  test.skipIf(process.getuid?.() !== 0)('is read by another user', async () => {
    const dir = aTemporaryFolder();
    chmodSync(dir, 0o755);
    const root = join(dir, 'news');
    deployUnder('077', root, '--out', await aFinishedSite());

    const nobody = { uid: 65_534, gid: 65_534, encoding: 'utf8' } as const;
    for (const file of ['current/site/index.html', 'current/manifest.json']) {
      const { status, stdout } = spawnSync('cat', [join(root, file)], nobody);
      expect([status, stdout]).toEqual([0, readFileSync(join(root, file), 'utf8')]);
    }
  });

  longTest('brings a release back that web servers can read', async () => {
    const root = aTemporaryFolder();
    const out = await aFinishedSite();
    await deploy(out, root, new Date(), () => {});
    const [name = ''] = readdirSync(join(root, 'releases'));
    await finishSite(out, { ...aFewFiles, 'about/index.html': 'About us' });
    await deploy(out, root, new Date(), () => {});
    chmodSync(join(root, 'releases', name), 0o700);

    deployUnder('077', root, '--rollback');

    expect([...new Set(modesIn(join(root, 'releases', name)))].toSorted()).toEqual(readable.toSorted());
  });
});

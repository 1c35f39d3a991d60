import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { deploy } from '@/lib/deploy/deploy.ts';
import { forget } from '@/lib/deploy/forget.ts';
import { describeReleases, rollBack } from '@/lib/deploy/roll-back.ts';
import { outMark } from '@/lib/press/cache/out-folder.ts';
import { listGone, type PublicTexts } from '@/lib/publication/public-texts.ts';
import { aFewFiles, aFinishedSite, type Files, finishSite } from '../../support/a-finished-site.ts';
import { aTemporaryFolder } from '../../support/temporary-folder.ts';

const quiet = () => {};
const noon = new Date('2026-11-22T12:00:00.000Z');

/** Finishes a site with these files and deploys it. */
async function deployFiles(out: string, root: string, files: Files, now = noon) {
  await finishSite(out, files);
  return deploy(out, root, now, quiet);
}

/** A picture and a search index, as a build names them. */
const picture = 'pictures/storm/pier-1a2b3c4d-480.avif';
const index2026 = 'search/2026-0a1b2c3d4e5f6071/fragment/en_1.pf_fragment';

const storm = { versions: ['v1', 'v2'], pictures: { 'storm/pier-1a2b3c4d': 'pixels of the pier' } };

const carriedIn = (root: string): string[] =>
  Object.entries<{ carried?: true }>(manifestOf(root).files).flatMap(([path, { carried }]) => (carried ? path : []));
const live = (root: string, path: string) => readFileSync(join(root, 'current/site', path), 'utf8');
const manifestOf = (root: string) => JSON.parse(readFileSync(join(root, 'current/manifest.json'), 'utf8'));

describe('A deploy that would drop addresses', () => {
  const withStorm = { ...aFewFiles, 'articles/storm/index.html': 'The storm', 'topics/sky/index.html': 'The sky' };

  test('names them and leaves what is live as it was, until somebody says that they may go', async () => {
    const out = await aFinishedSite(withStorm);
    const root = join(aTemporaryFolder(), 'live');
    const { name } = await deploy(out, root, noon, quiet);

    await expect(deployFiles(out, root, aFewFiles)).rejects.toThrow(
      `Readers have 2 addresses that this site does not have:
  /articles/storm/
  /topics/sky/
Restore them, list the former id under aliases of what readers should find instead, or list the address in redirects.md, and build again. If they may go, deploy with --drop <address> for each (and all below it), or with --drop all.
${root} was not changed.`,
    );
    expect(describeReleases(root)).toMatchObject([{ name, isLive: true }]);
    await expect(deploy(out, root, noon, quiet, ['/topics/sky'])).rejects.toThrow(
      'If it may go, deploy with --drop /articles/storm/.',
    );

    expect(await deploy(out, root, noon, quiet, ['/topics/sky', '/articles/storm/'])).toMatchObject({ wasLive: false });
    expect(existsSync(join(root, 'current/site/articles/storm'))).toBe(false);
  });
});

describe('A deploy', () => {
  test('puts all files of the site live, under its path, with a manifest beside them that says what they are', async () => {
    const out = await aFinishedSite(
      { ...aFewFiles, 'pictures/a/b-1a2b-480.avif': 'pixels' },
      { url: 'https://news.example/daily', redirects: { '/articles/old/': '/about/' } },
    );
    const root = join(aTemporaryFolder(), 'live');

    const { name, copied } = await deploy(out, root, noon, quiet);

    expect(name).toMatch(/^20261122T120000000Z-[0-9a-f]{12}$/);
    expect(copied).toBe(9);
    // The mark of an output folder is not a file of the site.
    expect(readdirSync(join(root, 'current/site/daily'), { recursive: true }).sort()).toEqual(
      readdirSync(out, { recursive: true })
        .filter((path) => path !== outMark)
        .sort(),
    );
    const manifest = manifestOf(root);
    expect(manifest).toMatchObject({
      version: 1,
      url: 'https://news.example/daily',
      made: '2026-11-22T12:00:00.000Z',
      redirects: { '/articles/old/': '/about/' },
    });
    expect(manifest.files['pictures/a/b-1a2b-480.avif']).toMatchObject({
      type: 'image/avif',
      immutable: true,
      size: 6,
    });
    expect(manifest.files['index.html']).toEqual({
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      size: Buffer.byteLength(String(aFewFiles['index.html'])),
      type: 'text/html; charset=utf-8',
      immutable: false,
      encodings: {
        br: { digest: expect.any(String), size: statSync(join(out, 'index.html.br')).size },
        gzip: { digest: expect.any(String), size: statSync(join(out, 'index.html.gz')).size },
      },
    });
  });

  test('of a site that is live already does nothing', async () => {
    const root = aTemporaryFolder();
    const out = await aFinishedSite();
    const first = await deploy(out, root, noon, quiet);

    expect(await deploy(out, root, noon, quiet)).toMatchObject({ name: first.name, wasLive: true });
    expect(describeReleases(root)).toHaveLength(1);
  });

  test('of a site that is live but damaged makes it whole again', async () => {
    const root = aTemporaryFolder();
    const out = await aFinishedSite();
    await deploy(out, root, noon, quiet);
    writeFileSync(join(root, 'current/site/about/index.html'), 'Abort');

    expect(await deploy(out, root, noon, quiet)).toMatchObject({ wasLive: false });
    expect(live(root, 'about/index.html')).toBe('About');
  });

  test('links what is the same as before, with the time of its last change, and copies the rest', async () => {
    const root = aTemporaryFolder();
    const out = await aFinishedSite();
    await deploy(out, root, noon, quiet);
    const inodeOf = (path: string) => statSync(join(root, 'current/site', path)).ino;
    const before = inodeOf('index.html');

    const { copied, linked } = await deployFiles(out, root, { ...aFewFiles, 'about/index.html': 'About us' });

    expect([copied, linked]).toEqual([1, 7]);
    expect(inodeOf('index.html')).toBe(before);
    expect(live(root, 'about/index.html')).toBe('About us');
    expect(inodeOf('index.html')).not.toBe(statSync(join(out, 'index.html')).ino);
  });

  test('takes what is the same from the site where that of the release before is damaged', async () => {
    const root = aTemporaryFolder();
    const out = await aFinishedSite();
    await deploy(out, root, noon, quiet);
    writeFileSync(join(root, 'current/site/icon.svg'), '<gvs/>');

    await deployFiles(out, root, { ...aFewFiles, 'about/index.html': 'About us' });

    expect(live(root, 'icon.svg')).toBe('<svg/>');
  });

  test('carries nothing of a release that does not say which articles it holds, but what opens the search', async () => {
    const root = aTemporaryFolder();
    const out = await aFinishedSite({
      ...aFewFiles,
      [picture]: 'pixels',
      [index2026]: 'words',
      'search/runtime-0a1b2c3d4e5f6071/pagefind.js': 'program',
    });
    await deploy(out, root, noon, quiet);
    const { texts: _, ...rest } = manifestOf(root);
    writeFileSync(join(root, 'current/manifest.json'), JSON.stringify(rest));

    await deployFiles(out, root, aFewFiles);

    expect(carriedIn(root)).toEqual(['search/runtime-0a1b2c3d4e5f6071/pagefind.js']);
  });

  test('keeps the last five releases, whose names are in the order in which they were made', async () => {
    const root = aTemporaryFolder();
    const out = await aFinishedSite();
    const names: string[] = [];
    // The clock stands still, and then goes back.
    for (const [index, minutes] of [0, 0, 0, -5, 0, -5, 1].entries()) {
      const now = new Date(noon.getTime() + minutes * 60_000);
      names.push((await deployFiles(out, root, { ...aFewFiles, 'new.txt': String(index) }, now)).name);
    }

    expect(names).toEqual(names.toSorted());
    expect(describeReleases(root).map(({ name }) => name)).toEqual(names.toReversed().slice(0, 5));
    expect(live(root, 'new.txt')).toBe('6');
  });

  test('takes away what a deploy that was killed has left', async () => {
    const root = aTemporaryFolder();
    const out = await aFinishedSite();
    await deploy(out, root, noon, quiet);
    for (const name of ['.new-20261122T120000001Z-aaaaaaaaaaaa', '.gone-20261122T120000001Z-bbbbbbbbbbbb']) {
      mkdirSync(join(root, 'releases', name, 'site'), { recursive: true });
    }
    symlinkSync('releases/nothing', join(root, '.current-77'));

    await deployFiles(out, root, { ...aFewFiles, 'about/index.html': 'About us' });

    expect(readdirSync(root).sort()).toEqual(['current', 'lock.db', 'releases']);
    expect(readdirSync(join(root, 'releases'))).toHaveLength(2);
  });

  test('leads to the release from its own folder, so that all of it can be moved', async () => {
    const root = aTemporaryFolder();
    const { name } = await deploy(await aFinishedSite(), root, noon, quiet);

    expect(readlinkSync(join(root, 'current'))).toBe(join('releases', name));
  });

  test('does without the release before where its manifest cannot be read', async () => {
    const root = aTemporaryFolder();
    const out = await aFinishedSite();
    await deploy(out, root, noon, quiet);
    writeFileSync(join(root, 'current/manifest.json'), '{');

    expect(await deploy(out, root, noon, quiet)).toMatchObject({ wasLive: false, linked: 0 });
  });
});

describe('A deploy refuses, and leaves live what is,', () => {
  test.each([
    [
      'a file that was changed',
      (out: string) => writeFileSync(join(out, 'about/index.html'), 'Abort'),
      'about/index.html',
    ],
    ['a sibling that was changed', (out: string) => writeFileSync(join(out, 'index.html.br'), 'x'), 'index.html.br'],
    ['a file that is missing', (out: string) => rmSync(join(out, 'icon.svg')), 'icon.svg'],
    ['a file that is not of the site', (out: string) => writeFileSync(join(out, '.env'), 'secret'), '.env'],
    ['a link that is not of the site', (out: string) => symlinkSync('/etc', join(out, 'etc')), 'etc'],
  ])('a site with %s', async (_what, change, path) => {
    const root = aTemporaryFolder();
    const out = await aFinishedSite();
    await deploy(out, root, noon, quiet);
    await finishSite(out, { ...aFewFiles, 'new/index.html': 'New' });
    change(out);

    await expect(deploy(out, root, noon, quiet)).rejects.toThrow(
      `${out}/ was changed after it was built: ${path}. Build it again: npm run build -- --out ${out}`,
    );
    expect(live(root, 'about/index.html')).toBe('About');
    expect(describeReleases(root)).toHaveLength(1);
  });

  test('a site that is not built', async () => {
    const out = join(aTemporaryFolder(), 'out');

    await expect(deploy(out, aTemporaryFolder(), noon, quiet)).rejects.toThrow(
      `Build it first: npm run build -- --out ${out}`,
    );
  });

  test('a site whose build was stopped half-way', async () => {
    const out = await aFinishedSite();
    await finishSite(out, { ...aFewFiles, 'about/index.html': 'About us' }, {}, 'stopped');

    await expect(deploy(out, aTemporaryFolder(), noon, quiet)).rejects.toThrow(
      `The site in ${out}/ is only half built. Let its build finish, or build it: npm run build -- --out ${out}`,
    );
  });

  test('a folder with something of others in it', async () => {
    const root = aTemporaryFolder();
    writeFileSync(join(root, 'letter.txt'), 'mine');

    await expect(deploy(await aFinishedSite(), root, noon, quiet)).rejects.toThrow('Name a new or an empty folder.');
    expect(readdirSync(root)).toEqual(['letter.txt']);
  });

  test('a folder whose "current" is none of its own', async () => {
    const root = aTemporaryFolder();
    mkdirSync(join(root, 'current'));

    await expect(deploy(await aFinishedSite(), root, noon, quiet)).rejects.toThrow('Name a new or an empty folder.');
    expect(lstatSync(join(root, 'current')).isDirectory()).toBe(true);
  });

  test.each(['', '/live'])('a folder in the site itself: out%s', async (below) => {
    const out = await aFinishedSite();

    await expect(deploy(out, out + below, noon, quiet)).rejects.toThrow('Name a folder outside it.');
  });
});

describe('What is taken down', () => {
  /** Two releases: the first has the picture, the index and these texts; the second has neither, and other texts. */
  async function twoReleases(before: PublicTexts, after: PublicTexts, redirects: Record<string, string> = {}) {
    const root = aTemporaryFolder();
    const out = await aFinishedSite({ ...aFewFiles, [picture]: 'pixels', [index2026]: 'words' }, { texts: before });
    const first = await deploy(out, root, noon, quiet);
    await finishSite(out, aFewFiles, { texts: after, redirects });
    const second = await deploy(out, root, noon, quiet);
    return { root, out, first: first.name, second };
  }

  test.each<[string, PublicTexts, string[], Record<string, string>?]>([
    ['nothing', { storm }, [picture, index2026]],
    ['an update', { storm: { ...storm, versions: ['v1', 'v2', 'v3'] } }, [picture, index2026]],
    ['a new article', { storm, pier: storm }, [picture, index2026]],
    [
      'another recipe for copies',
      { storm: { ...storm, pictures: { 'storm/pier-5e6f7a8b': 'pixels of the pier' } } },
      [picture, index2026],
    ],
    [
      'a move that left its address behind',
      { gale: storm },
      [picture, index2026],
      { '/articles/storm/': '/articles/gale/' },
    ],
    ['the end of an article', {}, []],
    ['a move without a former address', { gale: storm }, []],
    ['a redaction', { storm: { ...storm, versions: ['redacted', 'v2'] } }, [picture]],
    ['the loss of a version', { storm: { ...storm, versions: ['v1'] } }, [picture]],
    ['another picture', { storm: { ...storm, pictures: { 'storm/pier-5e6f7a8b': 'a boat' } } }, [index2026]],
    ['the loss of a picture', { storm: { ...storm, pictures: {} } }, [index2026]],
  ])('is carried into no later release. After %s', async (_what, after, expected, redirects) => {
    const { root } = await twoReleases({ storm }, after, redirects);

    expect(carriedIn(root)).toEqual(expected);
    for (const path of [picture, index2026])
      expect(existsSync(join(root, 'current/site', path))).toBe(expected.includes(path));
  });

  test('keeps what is carried, for one release and no longer', async () => {
    const { root, out, second } = await twoReleases({ storm }, { storm });
    expect(second.carried).toBe(2);
    expect(live(root, picture)).toBe('pixels');

    await finishSite(out, { ...aFewFiles, 'new/index.html': 'New' }, { texts: { storm } });

    expect(await deploy(out, root, noon, quiet)).toMatchObject({ carried: 0 });
  });

  test('goes with another deploy of the same site from a release of an early edition, which carried all', async () => {
    const { root, out } = await twoReleases({ storm }, { storm });
    const manifest = manifestOf(root);
    const { texts: _, ...early } = manifest;
    const own = Object.entries<{ carried?: true }>(early.files).filter(([, { carried }]) => !carried);
    const digest = createHash('sha256')
      .update(JSON.stringify([early.url, early.redirects, own]))
      .digest('hex');
    writeFileSync(join(root, 'current/manifest.json'), JSON.stringify({ ...early, digest }));

    expect(await deploy(out, root, noon, quiet)).toMatchObject({ wasLive: false, carried: 0 });
    expect(existsSync(join(root, 'current/site', picture))).toBe(false);
  });

  test('is named by the deploy that takes it down', async () => {
    const { second } = await twoReleases(
      { storm, pier: { versions: [], pictures: {} } },
      { storm: { ...storm, versions: ['x', 'v2'], pictures: {} } },
    );

    expect(listGone(second.gone)).toBe('storm (version 1), storm (picture storm/pier-1a2b3c4d), pier');
  });

  test.each<[string, PublicTexts, string]>([
    ['an article', {}, 'storm'],
    ['what was redacted', { storm: { ...storm, versions: ['redacted', 'v2'] } }, 'storm (version 1)'],
    ['a picture', { storm: { ...storm, pictures: {} } }, 'storm (picture storm/pier-1a2b3c4d)'],
  ])('comes back with no rollback: %s', async (_what, after, named) => {
    const { root, first, second } = await twoReleases({ storm }, after);

    await expect(rollBack(root, 1, [], quiet)).rejects.toThrow(
      `Release ${first} would bring back what was taken down since: ${named}. What is live is unchanged. To bring it back, name it: npm run deploy -- ${root} --rollback ${first} --bring-back storm`,
    );
    await expect(rollBack(root, 1, ['pier', second.name], quiet)).rejects.toThrow('would bring back');
    expect(readlinkSync(join(root, 'current'))).toBe(`releases/${second.name}`);
  });

  test.each(['article', 'release'])('comes back with a rollback that names the %s', async (what) => {
    const { root, first } = await twoReleases({ storm }, {});

    expect(await rollBack(root, 1, [what === 'article' ? 'storm' : first], quiet)).toBe(first);
    expect(live(root, picture)).toBe('pixels');
  });

  test('is known while an earlier release is live, and what is only newer is no such thing', async () => {
    const root = aTemporaryFolder();
    const out = await aFinishedSite();
    const names: string[] = [];
    for (const texts of [{}, { storm }, { pier: storm }]) {
      await finishSite(out, aFewFiles, { texts });
      names.push((await deploy(out, root, noon, quiet)).name);
    }
    await rollBack(root, 2, ['pier'], quiet);

    await expect(rollBack(root, names[1] ?? '', [], quiet)).rejects.toThrow('taken down since: storm.');
    expect(await rollBack(root, names[2] ?? '', [], quiet)).toBe(names[2]);
  });

  test('may be in a release that does not say what it holds, which is brought back by its name alone', async () => {
    const { root, first } = await twoReleases({ storm }, { storm });
    const file = join(root, 'releases', first, 'manifest.json');
    const { texts: _, ...early } = JSON.parse(readFileSync(file, 'utf8'));
    writeFileSync(file, JSON.stringify(early));

    await expect(rollBack(root, 1, ['storm'], quiet)).rejects.toThrow(
      `Release ${first} may bring back what was taken down since: an early edition of Standfirst made it,`,
    );
    expect(await rollBack(root, 1, [first], quiet)).toBe(first);
  });

  test('may be in any release while the live one cannot be read, whose place one takes that is named', async () => {
    const { root, first } = await twoReleases({ storm }, { storm });
    writeFileSync(join(root, 'current/manifest.json'), '');

    await expect(rollBack(root, first, [], quiet)).rejects.toThrow('or the live release cannot be read. If it may: ');
    expect(await rollBack(root, first, [first], quiet)).toBe(first);
  });

  test('is forgotten with all releases but the live one, and with what that has carried', async () => {
    const { root, out, first, second } = await twoReleases({ storm }, { storm });

    const { live: name, releases, carried } = await forget(root, noon, quiet);

    expect([releases, carried]).toEqual([[first], 2]);
    expect(describeReleases(root)).toEqual([{ name, files: 4, isLive: true }]);
    expect(name).not.toBe(second.name);
    expect(existsSync(join(root, 'current/site', picture))).toBe(false);
    expect(live(root, 'about/index.html')).toBe('About');
    expect(await deploy(out, root, noon, quiet)).toMatchObject({ name, wasLive: true });
    expect(await forget(root, noon, quiet)).toEqual({ live: name, releases: [], carried: 0 });
  });

  test('is not forgotten where the live release is not whole', async () => {
    const { root } = await twoReleases({ storm }, { storm });
    rmSync(join(root, 'current/site/icon.svg'));

    await expect(forget(root, noon, quiet)).rejects.toThrow('is damaged: icon.svg. Deploy again first');
    expect(describeReleases(root)).toHaveLength(2);
  });
});

describe('A rollback', () => {
  async function threeReleases() {
    const root = aTemporaryFolder();
    const out = await aFinishedSite();
    const names: string[] = [];
    for (const text of ['one', 'two', 'three']) {
      names.push((await deployFiles(out, root, { ...aFewFiles, 'new.txt': text })).name);
    }
    return { root, names };
  }

  test('puts the release before live, and then the one before that', async () => {
    const { root, names } = await threeReleases();

    expect(await rollBack(root, 1, [], quiet)).toBe(names[1]);
    expect(live(root, 'new.txt')).toBe('two');
    expect(await rollBack(root, 1, [], quiet)).toBe(names[0]);
    expect(live(root, 'new.txt')).toBe('one');
  });

  test.each([
    ['so many releases back', () => 2, 'one'],
    ['to a release by its name, and forth again', (names: string[]) => names[2] ?? '', 'three'],
  ])('goes %s', async (_what, wanted, text) => {
    const { root, names } = await threeReleases();

    await rollBack(root, wanted(names), [], quiet);

    expect(live(root, 'new.txt')).toBe(text);
    expect(describeReleases(root).filter(({ isLive }) => isLive)).toHaveLength(1);
  });

  test.each([
    [3, 'There is no 3 releases before the live one'],
    ['2025', 'There is no release 2025'],
  ])('refuses what there is not: %s', async (wanted, message) => {
    const { root } = await threeReleases();

    await expect(rollBack(root, wanted, [], quiet)).rejects.toThrow(message);
    expect(live(root, 'new.txt')).toBe('three');
  });

  test('refuses a release that is not whole any more', async () => {
    const { root, names } = await threeReleases();
    rmSync(join(root, 'releases', names[1] ?? '', 'site/new.txt'));

    await expect(rollBack(root, 1, [], quiet)).rejects.toThrow(`Release ${names[1]} is damaged: new.txt.`);
    expect(live(root, 'new.txt')).toBe('three');
  });
});

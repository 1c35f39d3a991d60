import { appendFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { prepareVersion } from '@/lib/authoring/revise.ts';
import { contentAt } from '@/lib/check/content-at.ts';
import { aContentFolder, anIndex } from '../../support/content-folder.ts';
import { callCommand } from '../../support/run-command.ts';
import { aTemporaryFolder } from '../../support/temporary-folder.ts';
import { committing, withGit } from '../../support/with-git.ts';

/** Makes a repository in which the storm was published, with its record, under the tag `live`; returns its content folder. */
function aRepository(below = 'news/content'): string {
  const root = aTemporaryFolder();
  const dir = join(root, below);
  cpSync(aContentFolder({ 'articles/gale/index.md': anIndex() }), dir, { recursive: true });
  prepareVersion(dir, { slug: 'gale', kind: 'publish', note: 'First.' }, Date.UTC(2026, 1)).write();
  withGit(root, `git init --quiet && ${committing} && git tag live`);
  return dir;
}

async function check(content: string, since: string) {
  const args = ['--content', content, '--since', since, '--cache', aTemporaryFolder()];
  const { status, stdout, stderr } = await callCommand('check', args);
  const lines = stdout.split('\n').filter((line) => line.includes('  error  '));
  return { status, stderr, lines: lines.map((line) => line.replaceAll(`${content}/`, '')) };
}

describe('npm run check -- --since', { timeout: 30_000 }, () => {
  test.each(['news/content', ''])(
    'says nothing of content that is as it was, in the folder "%s" of its repository',
    async (below) => {
      expect(await check(aRepository(below), 'live')).toEqual({ status: 0, stderr: '', lines: [] });
    },
  );

  test('reports what readers had and have no more, committed or not, and leaves the folder alone', async () => {
    const dir = aRepository();
    const version = join(dir, 'articles/gale/versions/1.md');
    for (const file of [version, join(dir, 'articles/gale/index.md')])
      writeFileSync(file, readFileSync(file, 'utf8').replace('at dawn', 'at noon'));
    withGit(dir, `git mv articles/storm articles/tempest && ${committing}`);
    appendFileSync(join(dir, 'authors/ada-reed.md'), 'She writes.\n');
    const before = withGit(dir, 'git status --short');

    const { status, lines } = await check(dir, 'live');

    expect(status).toBe(1);
    expect(lines).toEqual([
      'articles/gale/versions/1.md:1:1  error  version-rewritten  Readers had another version 1 of this article. Restore it: git show live:news/content/articles/gale/versions/1.md > articles/gale/versions/1.md. To remove words permanently: npm run revise -- gale --redact "…" --reason "…"',
      expect.stringMatching(
        /^articles\/storm:1:1 {2}error {2}address-gone {2}Readers had \/articles\/storm\/, which is gone\./,
      ),
    ]);
    expect(withGit(dir, 'git status --short')).toBe(before);
    expect(withGit(dir, 'git show live:news/content/articles/gale/versions/1.md')).toContain('note: First.');
  });

  /** A repository whose content has these files as well, under the tag `live`. */
  function aRepositoryWith(files: Record<string, string>): string {
    const dir = aRepository();
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(dir, path)), { recursive: true });
      writeFileSync(join(dir, path), text);
    }
    withGit(dir, `${committing} && git tag --force live`);
    return dir;
  }

  const inSeries = anIndex({ keys: 'series: letters' });
  const page = '---\ntitle: A page\n---\n\nWords.\n';
  const redirects = '---\nredirects:\n  /old/storm.html: /articles/storm/\n  /2019/: /about/\n---\n';

  test('misses a series, a page of the publication, and paths of an earlier site that led on', async () => {
    const dir = aRepositoryWith({
      'series/letters.md': '---\nname: Letters\n---\n',
      'articles/storm/index.md': inSeries,
      'pages/ethics.md': page,
      'pages/404.md': page,
      'pages/team.md': page,
      'redirects.md': redirects,
    });
    expect((await check(dir, 'live')).lines).toEqual([]);
    for (const gone of ['series/letters.md', 'pages/ethics.md', 'pages/404.md', 'pages/team.md'])
      rmSync(join(dir, gone));
    writeFileSync(join(dir, 'articles/storm/index.md'), anIndex());
    writeFileSync(join(dir, 'redirects.md'), '---\nredirects:\n  /team: /about/\n---\n');
    expect((await check(dir, 'live')).lines).toEqual([
      'pages/ethics.md:1:1  error  address-gone  Readers had /ethics/, which is gone. Restore the file, or list /ethics/ in redirects.md with the address that readers should find instead.',
      'redirects.md:3:3  error  address-gone  Readers had /old/storm.html, /2019/, which lead nowhere now. List them in redirects.md again, each with the address that readers should find.',
      'series/letters.md:1:1  error  address-gone  Readers had /series/letters/, which is gone. Restore the file, list letters under aliases of the series that readers should find instead, or list /series/letters/ in redirects.md with another address.',
    ]);
    rmSync(join(dir, 'redirects.md'));
    expect((await check(dir, 'live')).lines[2]).toMatch('redirects.md:1:1  error  address-gone  Readers had /old/');
  });

  test('misses nothing that leads on by redirects.md, or has a page there now', async () => {
    const dir = aRepositoryWith({
      'pages/ethics.md': page,
      'redirects.md': redirects,
      'series/letters.md': '---\nname: Letters\n---\n',
      'articles/storm/index.md': inSeries,
    });
    for (const gone of ['pages/ethics.md', 'series/letters.md']) rmSync(join(dir, gone));
    writeFileSync(join(dir, 'articles/storm/index.md'), anIndex());
    rmSync(join(dir, 'articles/gale'), { recursive: true });
    writeFileSync(join(dir, 'pages/2019.md'), page);
    writeFileSync(
      join(dir, 'redirects.md'),
      `---
redirects:
  /articles/gale: /articles/storm/
  /ethics/index.html: https://ethics.example/
  /old/storm.html: /articles/storm/
  /series/letters/: /articles/storm/
---
`,
    );
    expect((await check(dir, 'live')).lines).toEqual([]);
  });

  test('finds the record of an article under its new address', async () => {
    const dir = aRepository();
    withGit(dir, 'git mv articles/gale articles/wind');
    const index = join(dir, 'articles/wind/index.md');
    writeFileSync(index, readFileSync(index, 'utf8').replace('topics:', 'aliases: [gale]\ntopics:'));
    expect((await check(dir, 'live')).lines).toEqual([]);
    rmSync(join(dir, 'articles/wind/versions'), { recursive: true });
    expect((await check(dir, 'live')).lines).toEqual([
      'articles/wind/versions/1.md:1:1  error  version-gone  Readers had version 1 of this article, and it is gone. Restore it: git show live:news/content/articles/gale/versions/1.md > articles/wind/versions/1.md',
    ]);
  });

  test.each<[string, (text: string) => string]>([
    ['line ends of another system', (text) => text.replaceAll('\n', '\r\n')],
    ['a key that readers are not shown', (text) => text.replace('version: 1', 'version: 1\nseal: abc')],
    [
      'words that were taken out, with a reason',
      (text) =>
        text
          .replace('note: First.', 'note: First.\nredactions:\n  - at: 2026-03-01T00:00:00Z\n    reason: safety')
          .replace('at dawn', '[removed]'),
    ],
  ])('takes no offence in a version at %s', async (_what, change) => {
    const dir = aRepository();
    const version = join(dir, 'articles/gale/versions/1.md');
    writeFileSync(version, change(readFileSync(version, 'utf8')));
    expect((await check(dir, 'live')).lines.filter((line) => line.includes('version-'))).toEqual([]);
  });

  test('lets what readers did not have come and go: drafts, what is under embargo, and those whom nobody names', async () => {
    const dir = aRepository();
    const index = anIndex({ keys: 'draft: true' });
    const files = { draft: index, later: anIndex().replace('2026-01', '2126-01') };
    for (const [slug, text] of Object.entries(files)) {
      mkdirSync(join(dir, 'articles', slug));
      writeFileSync(join(dir, 'articles', slug, 'index.md'), text);
    }
    writeFileSync(join(dir, 'authors/nobody.md'), '---\nname: Nobody\n---\n');
    withGit(dir, `${committing} && git rm -r --quiet articles/draft articles/later authors/nobody.md`);
    expect((await check(dir, 'HEAD')).lines).toEqual([]);
  });

  test('shows a command that can be copied, whatever the state is called', () => {
    const former = contentAt(aRepository('the news/content'), 'HEAD^{/As it}');
    expect(former?.show('site.md')).toBe('git show "HEAD^{/As it}:the news/content/site.md"');
  });

  test('has nothing to compare where there was no content yet', async () => {
    const root = aTemporaryFolder();
    writeFileSync(join(root, 'README.md'), 'News.\n');
    withGit(root, `git init --quiet && ${committing}`);
    const dir = join(root, 'content');
    cpSync(aContentFolder(), dir, { recursive: true });
    expect(await check(dir, 'HEAD')).toEqual({
      status: 0,
      stderr: `${dir} did not exist at HEAD: there is nothing to compare it with.\n`,
      lines: [],
    });
  });

  test('refuses a state that git does not know', async () => {
    const dir = aRepository();
    for (const ref of ['no-such-tag', '', '--all', 'live:news/content', 'HEAD~40']) {
      const { status, stdout, stderr } = await callCommand('check', ['--content', dir, `--since=${ref}`]);
      expect({ status, stdout }, ref).toEqual({ status: 2, stdout: '' });
      expect(stderr).toContain(`git knows no commit, tag or branch "${ref}".`);
    }
  });

  test('refuses content that is in no repository', () => {
    const dir = aContentFolder();
    expect(() => contentAt(dir, 'main')).toThrow(`${dir} is not in a git repository`);
  });
});

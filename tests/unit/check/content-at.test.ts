import { appendFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
      'articles/gale/versions/1.md:1:1  error  version-rewritten  Readers had another version 1 of this article. Write it again as it was: git show live:news/content/articles/gale/versions/1.md > articles/gale/versions/1.md. To take words out for good: npm run revise -- gale --redact "…" --reason "…"',
      expect.stringMatching(
        /^articles\/storm:1:1 {2}error {2}address-gone {2}Readers had \/articles\/storm\/, which is gone\./,
      ),
    ]);
    expect(withGit(dir, 'git status --short')).toBe(before);
    expect(withGit(dir, 'git show live:news/content/articles/gale/versions/1.md')).toContain('note: First.');
  });

  test('finds the record of an article under its new address', async () => {
    const dir = aRepository();
    withGit(dir, 'git mv articles/gale articles/wind');
    const index = join(dir, 'articles/wind/index.md');
    writeFileSync(index, readFileSync(index, 'utf8').replace('topics:', 'aliases: [gale]\ntopics:'));
    expect((await check(dir, 'live')).lines).toEqual([]);
    rmSync(join(dir, 'articles/wind/versions'), { recursive: true });
    expect((await check(dir, 'live')).lines).toEqual([
      'articles/wind/versions/1.md:1:1  error  version-gone  Readers had version 1 of this article, and it is gone. Write it again as it was: git show live:news/content/articles/gale/versions/1.md > articles/wind/versions/1.md',
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
      stderr: `${dir} was not there at HEAD: there is nothing to compare it with.\n`,
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
    expect(() => contentAt(dir, 'main')).toThrow(`${dir} is in no git repository`);
  });
});

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { faultLine } from '@/lib/commands/build-site.ts';
import type { Problem } from '@/lib/model/problem.ts';
import { aContentFolder } from '../../support/content-folder.ts';
import { callCommand, runCommand } from '../../support/run-command.ts';
import { aTemporaryFolder } from '../../support/temporary-folder.ts';

const problem: Problem = { file: 'content/x.md', line: 2, column: 3, code: 'key-unknown', message: 'No.' };

describe('The last line of a build with errors', () => {
  test.each([
    [['a'], '1 article has errors and keeps its last good pages: a.'],
    [['ar/a'], '1 article has errors and keeps its last good pages: ar/a.'],
    [['ar/pages/ethics'], '1 page has errors and keeps its last good text: ar/pages/ethics.'],
    [['site.ar.md'], '1 file has errors and keeps its last good text: site.ar.md.'],
    [
      ['a', 'pages/ethics', 'ar/a', 'front.ar.md'],
      '2 articles, 1 page and 1 file have errors and keep their last good pages: a, pages/ethics, ar/a, front.ar.md.',
    ],
  ])('counts what stayed as it was, in each language: %j', (names, line) => {
    const atFault = names.map((name) => ({ name, problems: [problem] }));
    expect(faultLine({ atFault, problems: [problem] })).toBe(
      `${line} First problem: content/x.md:2:3. Fix it, then build again.`,
    );
  });
});

describe('npm run build', { timeout: 30_000 }, () => {
  test.each([
    ['--help', runCommand],
    ['-h', callCommand],
  ])('says with %s what it does, and does nothing else', async (flag, run) => {
    const out = join(aTemporaryFolder(), 'out');

    const { status, stdout, stderr } = await run('build', [flag, '--out', out]);

    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^npm run build\n/);
    for (const option of ['--content <dir>', '--out <dir>', '--as-of <instant>', '--take-down'])
      expect(stdout).toContain(option);
    expect(stdout).toContain('Exit status: 0');
  });

  test.each([
    ['an unknown option', ['--otu', 'site'], 'There is no option "--otu". Did you mean "--out"?'],
    [
      'an option that is like none',
      ['--fast'],
      'There is no option "--fast". Known: --content, --out, --as-of, --squeeze, --take-down, --help, --cache, --shard, --join, --watch.',
    ],
    ['an option without its value', ['--out'], "Option '--out <value>' argument missing."],
    ['an option for a value', ['--out', '--as-of'], "Option '--out' argument is ambiguous."],
    ['a word that belongs to no option', ['site'], "Unexpected argument 'site'."],
    [
      'a day for an instant',
      ['--as-of', '2026-01-19'],
      '--as-of: "2026-01-19" has no time. Write the whole instant, as in 2026-01-19T18:00:00+03:00.',
    ],
  ])('refuses %s in one line', async (_what, args, line) => {
    expect(await callCommand('build', ['--content', 'no/such/folder', ...args])).toEqual({
      status: 2,
      stdout: '',
      stderr: `${line}\nSee: npm run build -- --help\n`,
    });
  });

  test('tells every problem of the content, and leaves the site as it was', async () => {
    const content = aContentFolder({ 'authors/ada-reed.md': '---\nnam: Ada\n---\n', 'topics/sea.md': 'The sea\n' });
    const out = join(aTemporaryFolder(), 'out');
    for (const folder of [out, `${out}.press`]) mkdirSync(folder);
    writeFileSync(join(out, 'index.html'), 'The site');

    const { status, stdout, stderr } = await callCommand('build', ['--content', content, '--out', out]);

    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr.split('\n')).toEqual([
      `${content}/authors/ada-reed.md:1:1  error  key-missing  name is missing. Add it: the name in the byline.`,
      `${content}/authors/ada-reed.md:2:1  error  key-unknown  There is no key "nam" here. Did you mean "name"?`,
      `${content}/topics/sea.md:1:1  error  front-matter-not-yaml  The file does not begin with front matter. Its first line must be --- alone, with nothing before it.`,
      '',
      `storm is published with errors, and there are no earlier pages of it to keep. Fix it, or add "draft: true" until then. ${out}/ has no earlier build: if there is one elsewhere, such as in the cache of a workflow, restore ${out}/ and ${out}.press/ first.`,
      '',
      '3 problems in the content. The site was not changed.',
      '',
    ]);
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('The site');
    expect(readdirSync(join(out, '..'))).toEqual(['out', 'out.press']);
  });

  test.each([
    [['--shard', '1/2'], '--shard needs a cache, which has the shares. Name it: --cache <address or folder>'],
    [['--join'], '--join needs a cache, which has the shares. Name it: --cache <address or folder>'],
    [['--shard', '3/2', '--cache', 'c'], '--shard is "3/2". Give the number of the share and how many there are'],
    [['--shard', '1/2', '--join', '--cache', 'c'], '--shard and --join cannot be combined.'],
    [['--watch', '--cache', 'c'], '--watch cannot be combined with --cache, --shard or --join.'],
    [['--cache', 'https://a:b@c.example'], 'An address with a password in it can be seen by others on this machine.'],
  ])('refuses options for several machines that do not fit together: %j', async (args, words) => {
    const { status, stderr } = await callCommand('build', args);
    expect([status, stderr]).toEqual([2, expect.stringContaining(words)]);
  });

  test('counts one problem as one', async () => {
    const content = aContentFolder({ 'topics/weather.md': 'The sea\n' });

    const { stderr } = await callCommand('build', ['--content', content, '--out', join(aTemporaryFolder(), 'out')]);

    expect(stderr).toContain('\n1 problem in the content. The site was not changed.\n');
  });
});

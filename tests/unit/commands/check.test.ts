import { describe, expect, test } from 'vitest';
import { aContentFolder, anIndex } from '../../support/content-folder.ts';
import { callCommand, runCommand } from '../../support/run-command.ts';
import { aTemporaryFolder } from '../../support/temporary-folder.ts';

const kept = () => ['--cache', aTemporaryFolder()];

describe('npm run check', { timeout: 30_000 }, () => {
  test('says with --help what it does', () => {
    const { status, stdout, stderr } = runCommand('check', ['--help']);

    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^npm run check\n/);
    for (const option of ['--content <dir>', '--format <format>', '--strict', '--cache <dir>'])
      expect(stdout).toContain(option);
  });

  test('has nothing to say of content without problems', () => {
    const content = aContentFolder();

    expect(runCommand('check', ['--content', content, ...kept()])).toEqual({
      status: 0,
      stdout: `No problems in ${content}/\n`,
      stderr: '',
    });
  });

  test('tells every problem of the content, a line each where nobody watches, and fails', async () => {
    const content = aContentFolder({ 'authors/ada-reed.md': '---\nnam: Ada\n---\n', 'topics/sea.md': 'The sea\n' });

    const { status, stdout, stderr } = await callCommand('check', ['--content', content, ...kept()]);

    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout.split('\n')).toEqual([
      `${content}/authors/ada-reed.md:1:1  error  key-missing  name is missing. Add it: the name in the byline.`,
      `${content}/authors/ada-reed.md:2:1  error  key-unknown  There is no key "nam" here. Did you mean "name"?`,
      `${content}/topics/sea.md:1:1  error  front-matter-not-yaml  The file does not begin with front matter. Its first line must be --- alone, with nothing before it.`,
      '',
      `3 errors in ${content}/`,
      '',
    ]);
  });

  test('fails for warnings alone only where it is strict', async () => {
    const content = aContentFolder({ 'articles/storm/index.md': anIndex({ lead: 'The the wind fell.' }) });
    const told = `${content}/articles/storm/index.md:10:5  warning  word-twice  "The the": the word is repeated. Remove one.\n\n1 warning in ${content}/\n`;

    const lenient = await callCommand('check', ['--content', content, ...kept()]);
    const strict = await callCommand('check', ['--content', content, '--strict', ...kept()]);

    expect(lenient).toEqual({ status: 0, stdout: told, stderr: '' });
    expect(strict).toEqual({ status: 1, stdout: told, stderr: '' });
  });

  test.each([
    ['github', /^::error file=/],
    ['json', /^\{\n {2}"errors": 1,/],
  ])('tells them with --format %s to a machine', async (format, expected) => {
    const content = aContentFolder({ 'topics/sea.md': 'The sea\n' });

    const { status, stdout } = await callCommand('check', ['--content', content, '--format', format, ...kept()]);

    expect(status).toBe(1);
    expect(stdout).toMatch(expected);
  });

  test.each([
    ['an unknown option', ['--formt', 'json'], 'There is no option "--formt". Did you mean "--format"?'],
    ['an unknown format', ['--format', 'jsn'], 'There is no format "jsn". Did you mean "json"?'],
    ['a word that belongs to no option', ['site'], "Unexpected argument 'site'."],
  ])('refuses %s in one line', async (_what, args, line) => {
    expect(await callCommand('check', args)).toEqual({
      status: 2,
      stdout: '',
      stderr: `${line}\nSee: npm run check -- --help\n`,
    });
  });
});

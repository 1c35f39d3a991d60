import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aContentFolder } from '../../support/content-folder.ts';
import { callCommand, runCommand } from '../../support/run-command.ts';
import { aTemporaryFolder } from '../../support/temporary-folder.ts';

describe('npm run new', { timeout: 30_000 }, () => {
  test('tells what it has made and where to look', async () => {
    const content = aContentFolder();

    expect(runCommand('new', ['article', 'The old bridge', '--content', content])).toEqual({
      status: 0,
      stdout:
        `Made ${content}/articles/the-old-bridge/index.md\n` +
        `Next: npm run dev -- --content ${content}, then look at http://localhost:3000/articles/the-old-bridge/\n`,
      stderr: '',
    });
    expect((await callCommand('new', ['section', 'storm', 'The tide', '--at', '1', '--content', content])).stdout).toBe(
      `Renamed 1-pier.md to 2-pier.md\nMade ${content}/articles/storm/1-the-tide.md\n` +
        `Next: npm run dev -- --content ${content}, then look at http://localhost:3000/articles/storm/#the-tide\n`,
    );
  });

  test.each([
    [['article'], 'The headline is missing.'],
    [
      ['chapter', 'One'],
      'There is no kind "chapter". Known: site, article, section, translation, author, topic, series, place, person, organisation, page.',
    ],
    [['article', '🎉'], 'No address can be made from "🎉". Give one, as in --slug old-bridge.'],
    [['article', 'A'.repeat(111)], `"${'A'.repeat(111)}" cannot be there. Give the headline, 110 characters at most.`],
    [['article', 'A', '--at', '1'], '--at does not belong to a new article.'],
    [['author', 'Ada', '--slug', 'a'], '--slug does not belong to a new author.'],
    [['author', ' '], '" " cannot be there. Give the name in the byline.'],
    [['place', '🎉'], 'No address can be made from "🎉". Give one, as in --id old-bridge.'],
    [['page', 'A', '--id', 'A b'], '--id is "A b". Use lower-case letters a to z, digits and single hyphens.'],
    [['site', 'x'], '--content does not belong to a new site.'],
    [['section', 'storm', 'A', '--at', 'first'], '--at is "first". Give a place among the sections, as in --at 2.'],
  ])('refuses the call %j', async (args, message) => {
    const content = aContentFolder();

    expect(await callCommand('new', [...args, '--content', content])).toEqual({
      status: 2,
      stdout: '',
      stderr: `${message}\nSee: npm run new -- --help\n`,
    });
    expect(existsSync(join(content, 'articles/a'))).toBe(false);
  });

  test('names the file of an author, made of the name, and what to write in it', async () => {
    const content = aContentFolder();

    expect((await callCommand('new', ['author', 'ليلى حسن', '--content', content])).stdout).toBe(
      `Made ${content}/authors/lyl-hsn.md\nWrite in it what the author does (role), and a note about the author.\n`,
    );
    expect((await callCommand('new', ['person', 'Ada', '--id', 'ada-byron', '--content', content])).stdout).toContain(
      `Made ${content}/glossary/ada-byron.md\n`,
    );
  });

  test('says in a line that there is no such content', async () => {
    expect(await callCommand('new', ['article', 'A', '--content', 'no/such/folder'])).toEqual({
      status: 1,
      stdout: '',
      stderr:
        'no/such/folder: There is no such folder. Name the content folder with --content <dir>, or create a publication: npm run new -- site no/such/folder\nNothing was written.\n',
    });
  });
});

describe('npm run new -- site', { timeout: 30_000 }, () => {
  const answers = [
    ...['--name', 'The Harbour', '--url', 'https://harbour.example', '--lang', 'en-GB', '--time-zone', 'Europe/London'],
    ...['--publisher', 'Harbour Press', '--contact', 'desk@harbour.example'],
  ];

  test('names the files that it made, and in the last line the next command', () => {
    const dir = join(aTemporaryFolder(), 'the harbour');

    const { status, stdout, stderr } = runCommand('new', ['site', dir, ...answers]);

    expect([status, stderr]).toEqual([0, '']);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.slice(0, -1).every((line) => existsSync(line.replace('Made ', '')))).toBe(true);
    expect(lines.at(-1)).toBe(
      `Next: npm run dev -- --content "${dir}", then look at http://localhost:3000/articles/how-to-write-an-article/`,
    );
  });

  test.each([
    [[], 'A new publication needs --name, --url, --lang, --time-zone, --publisher and --contact as well.'],
    [answers.slice(0, -2), 'A new publication needs --contact as well.'],
    [
      [...answers, '--url', 'harbour', '--lang', 'fr'],
      '--url: url is "harbour". Write a whole address that begins with https://.\n--lang: The interface has no words for "fr". Known: en, ar.',
    ],
    [[...answers, '--id', 'x'], '--id does not belong to a new site.'],
  ])('asks nothing without a terminal, and writes nothing: %j', async (args, message) => {
    const dir = join(aTemporaryFolder(), 'harbour');

    expect(await callCommand('new', ['site', dir, ...args])).toEqual({
      status: 2,
      stdout: '',
      stderr: `${message}\nSee: npm run new -- --help\n`,
    });
    expect(existsSync(dir)).toBe(false);
  });

  test('begins in no folder that has something in it', async () => {
    const dir = aContentFolder();

    expect(await callCommand('new', ['site', dir, ...answers])).toEqual({
      status: 1,
      stdout: '',
      stderr: `${dir} is not empty. Name another folder, or empty this one first.\nNothing was written.\n`,
    });
  });
});

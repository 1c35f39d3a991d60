import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aContentFolder } from '../../support/content-folder.ts';
import { callCommand, runCommand } from '../../support/run-command.ts';

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
    [['chapter', 'One'], 'There is no kind "chapter". Write article or section.'],
    [['article', '🎉'], 'No address can be made of "🎉". Give one, as in --slug old-bridge.'],
    [
      ['article', 'A'.repeat(111)],
      `"${'A'.repeat(111)}" cannot stand there. Give the headline, 110 characters at most.`,
    ],
    [['article', 'A', '--at', '1'], '--at does not belong to a new article.'],
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

  test('says in a line that there is no such content', async () => {
    expect(await callCommand('new', ['article', 'A', '--content', 'no/such/folder'])).toEqual({
      status: 1,
      stdout: '',
      stderr:
        'no/such/folder: There is no such folder. Name the content folder with --content <dir>, or begin a publication: npm run new -- site no/such/folder\nNothing was written.\n',
    });
  });
});

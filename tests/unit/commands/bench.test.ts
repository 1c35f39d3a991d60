import { describe, expect, test } from 'vitest';
import { callCommand } from '../../support/run-command.ts';

describe('npm run bench', () => {
  test.each([
    [['--compare', 'no-such-branch'], 'There is no commit "no-such-branch". Name a branch, a tag or a commit.'],
    [['--sizes', '1,many'], '--sizes has "many". Give a whole number of 1 or more.'],
    [['--astro', '--sizes', '0'], '--sizes has "0". Give a whole number of 1 or more.'],
    [['--compare', 'HEAD', '--turns', '0'], '--turns has "0". Give a whole number of 1 or more.'],
    [['--compare', 'HEAD', '--most', 'a bit'], '--most has "a bit". Give a number above 0, such as 1.25.'],
  ])('says what is wrong with %j', async (args, words) => {
    expect(await callCommand('bench', args)).toMatchObject({ status: 2, stderr: expect.stringContaining(words) });
  });
});

import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { problemLines } from '../../support/content-folder.ts';
import { callCommand } from '../../support/run-command.ts';
import { aTemporaryFolder } from '../../support/temporary-folder.ts';

/** A folder for content with these files, all with the same text. */
function aFolder(...names: string[]): string {
  const dir = join(aTemporaryFolder(), 'harbour');
  mkdirSync(join(dir, '.git'), { recursive: true });
  for (const name of names) writeFileSync(join(dir, name), 'Hello');
  return dir;
}

const begin = (dir: string) => `Create one: npm run new -- site ${dir}`;

describe('A folder without a publication', () => {
  test.each([
    ['with nothing in it but the folder of git', []],
    ['with what colleagues are told', ['README.md', 'LICENSE']],
  ])('%s is no publication yet, and the check names the command that begins one', (_what, names) => {
    const dir = aFolder(...names);

    expect(problemLines(dir)).toEqual([
      `harbour:1:1  error  content-missing  There is no publication in this folder yet. ${begin('harbour')}`,
    ]);
  });

  test('that is missing gets the same words, and how to name another', () => {
    const dir = join(aTemporaryFolder(), 'harbour');

    expect(problemLines(dir)).toEqual([
      `harbour:1:1  error  content-missing  There is no such folder. Name the content folder with --content <dir>, or create a publication: npm run new -- site harbour`,
    ]);
  });

  test('is not one that has texts and lacks site.md alone, or of which nothing may be read', () => {
    const dir = aFolder();
    mkdirSync(join(dir, 'authors'));
    writeFileSync(join(dir, 'authors/ada.md'), '---\nname: Ada\n---\n');
    const linked = aFolder();
    symlinkSync(join(dir, 'authors/ada.md'), join(linked, 'site.md'));

    expect(problemLines(dir)).toEqual([
      'harbour/site.md:1:1  error  file-unreadable  This file is missing. Create it; docs/keys.md shows what belongs in it.',
    ]);
    expect(problemLines(linked).join()).toContain('link-outside');
  });

  test.each([
    ['build', []],
    ['check', []],
    ['start', []],
    ['dev', []],
    ['new', ['article', 'The bridge']],
    ['new', ['section', 'storm', 'The sea']],
    ['revise', ['storm', '--kind', 'publish', '--note', 'One.']],
    ['revise', ['--due']],
  ])('gets these words from npm run %s %j', async (name, args) => {
    const [empty, missing] = [aFolder(), join(aTemporaryFolder(), 'none')];
    const said = async (content: string) => {
      const { status, stdout, stderr } = await callCommand(name, [...args, '--content', content]);
      return { status, said: stdout + stderr };
    };

    expect(await said(empty)).toEqual({ status: 1, said: expect.stringContaining(begin(empty)) });
    expect(await said(missing)).toEqual({
      status: 1,
      said: expect.stringContaining(`create a publication: npm run new -- site ${missing}`),
    });
  });
});

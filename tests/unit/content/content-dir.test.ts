import { relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readAddress } from '@/lib/content/article/read-markdown.ts';
import { loadContent } from '@/lib/content/load-content.ts';
import { createUrls } from '@/lib/model/urls.ts';
import { aContentFolder, anIndex } from '../../support/content-folder.ts';
import { callCommand } from '../../support/run-command.ts';
import { aTemporaryFolder } from '../../support/temporary-folder.ts';

const lead = 'See [the pier](1-pier.md) and [Ada](../../authors/ada-reed.md).';
const files = { 'articles/storm/index.md': anIndex({ lead }) };

describe('A content folder may be named', () => {
  test.each([
    ['as it is', (dir: string) => dir],
    ['with a slash', (dir: string) => `${dir}/`],
    ['with two', (dir: string) => `${dir}//`],
    ['with a dot after the slash', (dir: string) => `${dir}/.`],
    ['from here', (dir: string) => relative(process.cwd(), dir)],
    ['from here with a slash', (dir: string) => `./${relative(process.cwd(), dir)}/`],
  ])('%s', (_how, named) => {
    const { content, problems } = loadContent(named(aContentFolder(files)));

    expect(problems).toEqual([]);
    expect(content?.articles[0]?.read().lead).toContain('<a href="#pier">');
  });

  test('with a slash in a command, which does not say the slash again', async () => {
    const content = aContentFolder(files);

    expect(await callCommand('check', ['--content', `${content}/`, '--cache', aTemporaryFolder()])).toEqual({
      status: 0,
      stdout: `No problems in ${content}/\n`,
      stderr: '',
    });
  });

  test('with a dot, for the folder in which one is', () => {
    const rules = {
      dir: '.',
      topHeading: 2,
      route: '/articles/storm/',
      urls: createUrls('https://a.example'),
    } as const;

    expect(readAddress('1-pier.md', 'articles/storm/index.md', rules)).toMatchObject({ fragment: 'pier' });
    expect(readAddress('../../../x.md', 'articles/storm/index.md', rules)).toMatchObject({ code: 'link-outside' });
  });
});

import { spawnSync } from 'node:child_process';
import { renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { prepareVersion } from '@/lib/authoring/revise.ts';
import { loadContent } from '@/lib/content/load-content.ts';
import { shellWord, suggestedCommand } from '@/lib/model/suggested-command.ts';
import { aContentFolder, anIndex, someday } from '../../support/content-folder.ts';

describe('A command that is suggested', () => {
  test.each([
    ['is short where folders are the usual ones', ['check', [], { content: 'content' }], 'npm run check'],
    ['has the folder of the content', ['check', [], { content: 'news' }], 'npm run check -- --content news'],
    [
      'has words, then folders',
      ['revise', ['storm', '--kind update'], { content: 'my news' }],
      'npm run revise -- storm --kind update --content "my news"',
    ],
    ['has the folder of the site', ['build', [], { content: 'content', out: 'later' }], 'npm run build -- --out later'],
  ] as const)('%s', (_what, [name, words, folders], expected) => {
    expect(suggestedCommand(name, words, folders)).toBe(expected);
  });

  test.each([
    'content',
    'my content',
    "Ada's",
    'a"b',
    'a$HOME',
    'a`b`',
    'a\\b',
    'ä/ö',
    '/srv/a (1)',
    'a;b',
    'a&b',
    '*',
    '~',
    '#a',
    '',
    "a'b$c",
  ])('hands %j to a shell as it is', (text) => {
    expect(spawnSync('sh', ['-c', `printf %s ${shellWord(text)}`]).stdout.toString()).toBe(text);
  });

  test('is in what is told of a change that is not recorded', () => {
    const dir = aContentFolder();
    prepareVersion(dir, { slug: 'storm', kind: 'publish', note: 'First published.' }, Date.UTC(2026, 1)).write();
    writeFileSync(join(dir, 'articles/storm/index.md'), anIndex({ lead: 'The wind rose at dawn.' }));
    const moved = join(dirname(dir), 'my content');
    renameSync(dir, moved);

    expect(loadContent(moved, undefined, undefined, someday).problems[0]?.message).toContain(
      `npm run revise -- storm --kind update --note "…" --content "${moved}"`,
    );
  });
});

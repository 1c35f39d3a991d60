import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { finishMoves } from '@/lib/authoring/finish-moves.ts';
import { aContentFolder, anIndex, problemLines } from '../../support/content-folder.ts';
import { record } from '../../support/recorded-storm.ts';
import { callCommand } from '../../support/run-command.ts';
import { anIndexInArabic, twoLanguages } from '../../support/two-languages.ts';

const start = Date.UTC(2026, 0, 20, 12);

/** The content of an editor who gave the storm another slug in the browser: its `index.md` is moved, and no other file. */
function aMovedStorm(files: Record<string, string> = {}): string {
  const content = aContentFolder({ 'articles/storm/index.md': anIndex({ keys: 'aliases: [storm]' }), ...files });
  record(content, { kind: 'publish', note: 'First.' }, start);
  mkdirSync(join(content, 'articles/gale'));
  renameSync(join(content, 'articles/storm/index.md'), join(content, 'articles/gale/index.md'));
  return content;
}

describe('An article that was given another slug in the browser', () => {
  test('gets the rest of its folder: sections, translations and versions', () => {
    const content = aMovedStorm({ ...twoLanguages, 'articles/storm/index.ar.md': anIndexInArabic() });
    expect(finishMoves(content)).toEqual([{ from: 'storm', to: 'gale', taken: undefined }]);
    expect(existsSync(join(content, 'articles/storm'))).toBe(false);
    for (const file of ['1-pier.md', '1-pier.ar.md', 'index.ar.md', 'versions/1.md'])
      expect(existsSync(join(content, 'articles/gale', file))).toBe(true);
    expect(problemLines(content)).toEqual([]);
    expect(finishMoves(content)).toEqual([]);
  });

  test('is named by npm run revise -- --from-changes, which moves nothing in a dry run', async () => {
    const content = aMovedStorm();
    const call = (...args: string[]) => callCommand('revise', ['--from-changes', '--content', content, ...args]);
    expect((await call('--dry-run')).stdout).toContain('Would move: the rest of storm to gale, its new slug.');
    expect(existsSync(join(content, 'articles/storm/1-pier.md'))).toBe(true);
    expect(await call()).toMatchObject({ status: 0 });
    expect(readFileSync(join(content, 'articles/gale/1-pier.md'), 'utf8')).toContain('Every plank held.');
  });

  test('is told of in the check, with the command, until then', () => {
    expect(problemLines(aMovedStorm()).join('\n')).toMatch(
      /gale\/index\.md.* slug-twice .*storm has no index\.md\. .*npm run revise -- --from-changes/,
    );
  });

  test('keeps what it has: nothing is moved over a file', async () => {
    const content = aMovedStorm();
    writeFileSync(join(content, 'articles/gale/1-pier.md'), '---\ntitle: Another pier\n---\n\nIt fell.\n');
    expect(finishMoves(content)).toEqual([{ from: 'storm', to: 'gale', taken: '1-pier.md' }]);
    expect(existsSync(join(content, 'articles/storm/versions/1.md'))).toBe(true);
    const { status, stderr } = await callCommand('revise', ['--from-changes', '--content', content]);
    expect(status).toBe(1);
    expect(stderr).toContain('storm has no index.md, and gale is to replace it. Both have 1-pier.md.');
  });

  test('is none where a folder without index.md is the alias of nothing', () => {
    const content = aContentFolder({ 'articles/calm/1-quay.md': '---\ntitle: The quay\n---\n\nIt stood.\n' });
    expect(finishMoves(content)).toEqual([]);
  });
});

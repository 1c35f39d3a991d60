import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aContentFolder, fixtures, problemLines } from '../../support/content-folder.ts';

const examples = join(fixtures, 'problems');

/**
 * Each folder is an example: `content/` lies over the minimal content, `remove.txt` names files that are taken out of
 * it, and `expected.txt` has all that an editor is told.
 */
describe('An editor is told of', () => {
  test.each(readdirSync(examples))('%s', (name) => {
    const dir = aContentFolder();
    const overlay = join(examples, name, 'content');
    const removed = join(examples, name, 'remove.txt');
    if (existsSync(overlay)) cpSync(overlay, dir, { recursive: true });
    if (existsSync(removed)) for (const path of linesOf(removed)) rmSync(join(dir, path));

    expect(problemLines(dir)).toEqual(linesOf(join(examples, name, 'expected.txt')));
  });
});

function linesOf(file: string): string[] {
  return readFileSync(file, 'utf8').trimEnd().split('\n');
}

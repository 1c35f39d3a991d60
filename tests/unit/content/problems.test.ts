import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checks } from '@/lib/model/checks.ts';
import { aContentFolder, checkedLines, fixtures } from '../../support/content-folder.ts';

const examples = join(fixtures, 'problems');
const names = readdirSync(examples);

/**
 * Each folder is an example: `content/` is copied over the minimal content, `remove.txt` names files that are removed from
 * it, and `expected.txt` has everything that is reported. `good/`, if it exists, is copied over the minimal content instead,
 * and nothing is reported. `earlier/` is copied over the minimal content that readers had.
 */
describe('An editor is told of', () => {
  test.each(names)('%s', async (name) => {
    const dir = aContentFolder();
    const overlay = join(examples, name, 'content');
    const removed = join(examples, name, 'remove.txt');
    if (existsSync(overlay)) cpSync(overlay, dir, { recursive: true });
    if (existsSync(removed)) for (const path of linesOf(removed)) rmSync(join(dir, path), { recursive: true });

    expect(await checkedLines(dir, earlierContent(name))).toEqual(linesOf(join(examples, name, 'expected.txt')));
  });
});

describe('An editor is told of nothing once it is put right:', () => {
  test.each(names.filter((name) => existsSync(join(examples, name, 'good'))))('%s', async (name) => {
    const dir = aContentFolder();
    cpSync(join(examples, name, 'good'), dir, { recursive: true });

    expect(await checkedLines(dir, earlierContent(name))).toEqual([]);
  });
});

describe('Every check', () => {
  test.each(Object.keys(checks))('has an example of its name: %s', (code) => {
    expect(linesOf(join(examples, code, 'expected.txt')).map((line) => line.split('  ')[2])).toContain(code);
  });
});

/** The content that readers had, if an example needs it. */
function earlierContent(name: string): string | undefined {
  const overlay = join(examples, name, 'earlier');
  if (!existsSync(overlay)) return undefined;
  const dir = aContentFolder();
  cpSync(overlay, dir, { recursive: true });
  return dir;
}

function linesOf(file: string): string[] {
  const text = readFileSync(file, 'utf8').trimEnd();
  return text === '' ? [] : text.split('\n');
}

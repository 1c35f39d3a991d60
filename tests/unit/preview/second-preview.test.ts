import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { useOwnFolder } from '@/lib/preview/second-preview.ts';
import { aTemporaryFolder } from '../../support/temporary-folder.ts';

const variable = 'STANDFIRST_PREVIEW_FOLDER';
afterEach(() => void Reflect.deleteProperty(process.env, variable));

/** The folder that a preview of this project is given; `undefined` for that of Next. */
function folderIn(root: string): string | undefined {
  Reflect.deleteProperty(process.env, variable);
  // biome-ignore lint/correctness/useHookAtTopLevel: it is no hook of React.
  useOwnFolder(root);
  return process.env[variable];
}

describe('A preview', () => {
  test('has a folder of its own beside one that has just started, of which Next has left no mark yet', () => {
    const root = aTemporaryFolder();
    expect([folderIn(root), folderIn(root), folderIn(root)]).toEqual([
      undefined,
      '.next/previews/2',
      '.next/previews/3',
    ]);
  });

  test('has one beside a server of Next, and that of Next if this has ended', () => {
    const root = aTemporaryFolder();
    mkdirSync(join(root, '.next/dev'), { recursive: true });
    const lock = join(root, '.next/dev/lock');
    writeFileSync(lock, JSON.stringify({ pid: process.pid }));
    expect(folderIn(root)).toBe('.next/previews/2');
    writeFileSync(lock, JSON.stringify({ pid: 2 ** 30 }));
    expect(folderIn(root)).toBeUndefined();
  });
});

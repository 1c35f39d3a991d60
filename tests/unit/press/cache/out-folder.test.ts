import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkOutFolder } from '@/lib/press/cache/out-folder.ts';
import { aTemporaryFolder } from '../../../support/temporary-folder.ts';

/** A project with its content and two other folders, and the error about one as the output folder. */
function aProject() {
  const root = aTemporaryFolder();
  for (const folder of ['content', 'lib', 'letters']) mkdirSync(join(root, folder));
  writeFileSync(join(root, 'letters/letter.txt'), 'mine');
  return (out: string) => checkOutFolder(join(root, out), root, join(root, 'content'));
}

describe('The folder of the finished site', () => {
  test.each([
    ['.', 'is or contains the project'],
    ['content', 'is or contains the content'],
    ['content/new', 'is in the content'],
    ['lib/out', 'is in lib/'],
    ['tests', 'is in tests/'],
    ['..', 'is or contains the project'],
    ['letters', 'contains files that no build made'],
  ])('is never %s', (out, reason) => {
    expect(() => aProject()(out)).toThrow(reason);
  });

  test.each(['out', 'sites/one', '../beside'])('may be %s', (out) => {
    expect(() => aProject()(out)).not.toThrow();
  });
});

import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type CodeDigests, codeDigests } from '@/lib/press/cache/code-digest.ts';

/** A copy of the project's code, without its libraries. */
function aProject(): string {
  const root = mkdtempSync(join(tmpdir(), 'standfirst-'));
  for (const name of ['app', 'components', 'lib', 'package.json', 'package-lock.json', 'tsconfig.json']) {
    cpSync(name, join(root, name), { recursive: true });
  }
  return root;
}

// Copied once: each test makes another change.
const root = aProject();
let digests = codeDigests(root);
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** The parts of the code whose digest differs after a change. */
function changedBy(change: (root: string) => void): string[] {
  const before = digests;
  change(root);
  digests = codeDigests(root);
  return Object.keys(digests).filter(
    (part) => digests[part as keyof CodeDigests] !== before[part as keyof CodeDigests],
  );
}

const edit = (file: string) => (root: string) => appendFileSync(join(root, file), '\n// Another line.\n');

const upgrade = (path: string) => (root: string) => {
  const file = join(root, 'package-lock.json');
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  lock.packages[path].version += '0';
  writeFileSync(file, JSON.stringify(lock));
};

describe('The code that draws cards', () => {
  test.each([
    ['the colours of paper', edit('lib/model/look/colors.ts')],
    ['the size of cards', edit('lib/model/share-image-size.ts')],
    ['the projection of maps', edit('lib/map/shapes/project-shape.ts')],
    ['d3-geo', upgrade('node_modules/d3-geo')],
    ['a library of d3-geo', upgrade('node_modules/d3-array')],
    ['topojson-client', upgrade('node_modules/topojson-client')],
    ['the atlas, which is read as a file', upgrade('node_modules/world-atlas')],
    ['a typeface, which is read as a file', upgrade('node_modules/@fontsource/source-serif-4')],
  ])('has another name after a change of %s', (_what, change) => {
    expect(changedBy(change)).toContain('drawing');
  });

  test.each([
    ['a component', edit('components/article/byline.tsx')],
    ['the syntax of Markdown', edit('lib/markdown/syntax.ts')],
    ['a library that draws nothing', upgrade('node_modules/feedsmith')],
  ])('keeps its name after a change of %s', (_what, change) => {
    expect(changedBy(change)).not.toContain('drawing');
  });

  test('has another name after a change of what it has only just begun to import', () => {
    const added = join(root, 'lib/share-images/added.ts');
    writeFileSync(added, 'export const added = 1;\n');
    changedBy((dir) =>
      appendFileSync(join(dir, 'lib/share-images/draw-share-image.ts'), "\nexport { added } from './added.ts';\n"),
    );

    expect(changedBy(() => writeFileSync(added, 'export const added = 2;\n'))).toContain('drawing');
  });
});

describe('The other parts of the code', () => {
  test.each([
    ['how Markdown is parsed', edit('lib/markdown/syntax.ts'), ['parsing', 'compiled', 'pressing']],
    ['how copies of pictures are made', edit('lib/pictures/make-copy.ts'), ['copying', 'compiled', 'pressing']],
    ['how pages are finished', edit('lib/press/page/finish-page.ts'), ['pressing']],
    ['the server', edit('lib/serve/serve.ts'), []],
  ])('have another name after a change of %s if it is theirs', (_what, change, parts) => {
    expect(changedBy(change).sort()).toEqual(parts.sort());
  });

  test('keep their names if nothing changes, also if nothing can be kept for the next command', () => {
    expect(changedBy(() => {})).toEqual([]);
    expect(
      changedBy((dir) => {
        rmSync(join(dir, 'node_modules'), { recursive: true, force: true });
        writeFileSync(join(dir, 'node_modules'), '');
      }),
    ).toEqual([]);
  });
});

import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What the versions of all libraries depend on. */
const libraries = ['package.json', 'package-lock.json'];

/** What turns Markdown into parsed articles. */
const parsing = [
  'lib/content/**',
  'lib/context/**',
  'lib/markdown/**',
  'lib/record/**',
  'lib/article/**',
  'lib/languages/**',
];

/** What Next compiles. Content is not among it: a change of content needs no compile. */
const compiled = ['app/**', 'components/**', 'lib/**', '*.config.*', 'tsconfig.json'];

/** What makes copies of pictures. They take long to make: no other library shall be a reason to make them again. */
const copying = ['lib/pictures/**', 'lib/article/picture-copies.ts', 'node_modules/sharp/package.json'];

/** What draws cards, which takes long as well: it hangs on its own libraries alone. */
const drawing = [
  'app/card-response.tsx',
  'app/**/card.png/route.tsx',
  'lib/cards/**',
  'lib/context/**',
  'node_modules/{next,fontkit,bidi-js,world-atlas,sharp}/package.json',
  'node_modules/@fontsource/*/package.json',
];

/** Layers above the app, which no page imports. */
const above = ['lib/press/**', 'lib/live/**', 'lib/desk/**', 'lib/bench/**', 'lib/commands/**'];

/** Names of the code's parts, each by its own files and the libraries: the same name, the same output. */
export type CodeDigests = {
  /** The code that parses articles. */
  parsing: string;
  /** The code that Next compiles. */
  compiled: string;
  /** All code that a finished page has gone through. */
  pressing: string;
  /** The code that makes copies of pictures. */
  copying: string;
  /** The code that draws cards. */
  drawing: string;
};

/** Reads the project's code and names its parts. */
export function codeDigests(root: string): CodeDigests {
  return {
    parsing: digestOf(root, [...libraries, ...parsing]),
    compiled: digestOf(root, [...libraries, ...compiled], above),
    pressing: digestOf(
      root,
      [...libraries, ...compiled, 'lib/press/**'],
      above.filter((pattern) => pattern !== 'lib/press/**'),
    ),
    copying: digestOf(root, copying),
    drawing: digestOf(root, drawing),
  };
}

/** Names the code that parses articles and checks their texts. */
export function checkingDigest(root: string): string {
  return digestOf(root, [...libraries, ...parsing, 'lib/desk/**']);
}

function digestOf(root: string, patterns: readonly string[], exclude: readonly string[] = []): string {
  const hash = createHash('sha256');
  for (const path of globSync(patterns, { cwd: root, exclude: [...exclude] }).sort()) {
    const file = join(root, path);
    if (statSync(file).isFile()) hash.update(path).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

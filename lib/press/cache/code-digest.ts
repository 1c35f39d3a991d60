import { createHash } from 'node:crypto';
import { globSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder } from '../../processes/make-folder.ts';
import { type ImportedCode, importedCode } from './imported-code.ts';
import { lockedLibraries } from './locked-libraries.ts';

/** A part of the code: the files it begins with, and the libraries of which it reads files without importing them. */
type Part = { entries: readonly string[]; data: readonly string[] };

const atlas = 'world-atlas';

/** What turns Markdown into parsed articles. */
const parsing: Part = {
  entries: ['lib/content/article-store.ts', 'lib/content/groundwork.ts', 'lib/content/article/parse-article.ts'],
  data: [atlas],
};

/** The same with the checks of texts, in this process and in its helpers. */
const checking: Part = { entries: ['lib/check/check-content.ts', 'lib/check/check-worker.ts'], data: [atlas] };

/** What makes copies of pictures, which takes long. */
const copying: Part = { entries: ['lib/model/picture-copies.ts', 'lib/pictures/make-copy.ts'], data: [] };

/** What draws cards and maps, which takes long as well. */
const drawing: Part = {
  entries: ['lib/share-images/article-card.ts', 'lib/share-images/card-image.ts', 'lib/map/small-map.ts'],
  data: [atlas, '@fontsource/noto-naskh-arabic', '@fontsource/source-serif-4'],
};

/** What the versions of all libraries depend on. */
const allLibraries = ['package.json', 'package-lock.json'];

/** What Next compiles. Content is not among it: a change of content needs no compile. */
const compiled = ['app/**', 'components/**', 'lib/**', '*.config.*', 'tsconfig.json'];

/** Layers above the app, which no page imports: `npm run lint` holds it to that. */
const above = 'press authoring check preview serve deploy hosts reference bench commands'
  .split(' ')
  .map((room) => `lib/${room}/**`);

/** Where the imports that were found are kept for the next command. */
const importsFile = join('node_modules', '.cache', 'standfirst', 'imports.json');

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
  /** The code that draws cards and maps. */
  drawing: string;
};

/**
 * Reads the project's code and names its parts.
 *
 * @throws WorkError if a part does not compile.
 */
export function codeDigests(root: string): CodeDigests {
  return {
    ...partDigests(root, { parsing, copying, drawing }),
    compiled: globDigest(root, [...allLibraries, ...compiled], above),
    pressing: globDigest(
      root,
      [...allLibraries, ...compiled, 'lib/press/**'],
      above.filter((pattern) => pattern !== 'lib/press/**'),
    ),
  };
}

/**
 * Names the code that parses articles.
 *
 * @throws WorkError if it does not compile.
 */
export function parsingDigest(root: string): string {
  return partDigests(root, { parsing }).parsing;
}

/**
 * Names the code that parses articles and checks their texts.
 *
 * @throws WorkError if it does not compile.
 */
export function checkingDigest(root: string): string {
  return partDigests(root, { checking }).checking;
}

type Found = ImportedCode & { digest: string };

/**
 * Names parts by what they really import. To find that takes a fifth of a second, so it is kept: as long as all files that
 * were found are what they were, they import the same.
 */
function partDigests<Name extends string>(root: string, parts: Record<Name, Part>): Record<Name, string> {
  const kept = keptImports(root);
  const digests = Object.entries<Part>(parts).map(([name, part]) => {
    const key = JSON.stringify(part);
    const before = kept[key];
    if (before !== undefined && importsDigest(root, part, before) === before.digest) return [name, before.digest];
    const code = importedCode(root, part.entries);
    const digest = importsDigest(root, part, code) ?? '';
    kept[key] = { ...code, digest };
    keepImports(root, kept);
    return [name, digest];
  });
  return Object.fromEntries(digests) as Record<Name, string>;
}

/** Names what was found of a part as it is now; `undefined` if a file of it is gone. */
function importsDigest(root: string, { data }: Part, { files, libraries }: ImportedCode): string | undefined {
  const hash = createHash('sha256');
  // It says where the imports lead.
  for (const path of ['tsconfig.json', ...files]) {
    try {
      hash
        .update(path)
        .update('\0')
        .update(readFileSync(join(root, path)))
        .update('\0');
    } catch {
      return undefined;
    }
  }
  return hash.update(lockedLibraries(root, [...libraries, ...data]).join('\n')).digest('hex');
}

function keptImports(root: string): Record<string, Found> {
  try {
    return JSON.parse(readFileSync(join(root, importsFile), 'utf8')) as Record<string, Found>;
  } catch {
    return {};
  }
}

function keepImports(root: string, found: Record<string, Found>): void {
  const file = join(root, importsFile);
  try {
    makeFolder(dirname(file));
    writeFileSync(`${file}.${process.pid}`, JSON.stringify(found));
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    // Where nothing can be written, the next command finds them again.
  }
}

function globDigest(root: string, patterns: readonly string[], exclude: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of globSync(patterns, { cwd: root, exclude: [...exclude] }).sort()) {
    const file = join(root, path);
    if (statSync(file).isFile()) hash.update(path).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

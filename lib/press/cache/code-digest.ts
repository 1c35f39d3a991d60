import { createHash, hash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder } from '../../processes/make-folder.ts';
import { type ImportedCode, importedCode } from './imported-code.ts';
import { lockedLibraries } from './locked-libraries.ts';

/** A part of the code: its entry files, and the libraries whose files it reads without importing them. */
type Part = { entries: readonly string[]; data: readonly string[] };

const atlas = 'world-atlas';

/** The code that parses articles and reviews their texts. */
const parsing: Part = {
  entries: [
    'lib/content/article-store.ts',
    'lib/content/groundwork.ts',
    'lib/content/article/parse-article.ts',
    'lib/review/review-texts.ts',
  ],
  data: [atlas],
};

/** The code that decodes pictures. */
const decoding: Part = { entries: ['lib/pictures/broken-picture.ts'], data: [] };

/** The code that makes copies of pictures, which is slow. */
const copying: Part = { entries: ['lib/model/picture-copies.ts', 'lib/pictures/make-copy.ts'], data: [] };

/** The code that draws share images and maps, which is slow, too. */
const drawing: Part = {
  entries: ['lib/share-images/article-share-image.ts', 'lib/share-images/share-image-png.ts', 'lib/map/small-map.ts'],
  data: [atlas, '@fontsource/noto-naskh-arabic', '@fontsource/source-serif-4'],
};

/** The files that determine the versions of all libraries. */
const allLibraries = ['package.json', 'package-lock.json'];

/** The folders and files of the code that Next compiles. Changes of content need no compile. */
const compiled = { folders: ['app', 'components', 'lib'], files: /^tsconfig\.json$|\.config\./ };

/** Layers above the app, which no page imports: `npm run lint` checks that. */
const above = 'review desk press authoring check preview serve deploy hosts reference bench commands'
  .split(' ')
  .map((room) => `lib/${room}`);

/** Where found imports are cached for the next command. */
const importsFile = join('node_modules', '.cache', 'standfirst', 'imports.json');

/** Digests of the parts of the code, each from its own files and its libraries: the same digest, the same output. */
export type CodeDigests = {
  /** The code that parses articles and reviews their texts. */
  parsing: string;
  /** The code that Next compiles. */
  compiled: string;
  /** All code that finished pages depend on. */
  pressing: string;
  /** The code that makes copies of pictures. */
  copying: string;
  /** The code that draws share images and maps. */
  drawing: string;
};

/**
 * Computes the digests of the project's code.
 *
 * @throws WorkError if a part does not compile.
 */
export function codeDigests(root: string): CodeDigests {
  const readOnce = new Map<string, string>();
  return {
    ...partDigests(root, { parsing, copying, drawing }),
    compiled: compiledDigest(root, above, readOnce),
    pressing: compiledDigest(
      root,
      above.filter((room) => room !== 'lib/press'),
      readOnce,
    ),
  };
}

/**
 * Names the code that parses articles and reviews their texts.
 *
 * @throws WorkError if it does not compile.
 */
export function parsingDigest(root: string): string {
  return partDigests(root, { parsing }).parsing;
}

/**
 * Names the code of a check: that which parses and reviews, and that which decodes pictures.
 *
 * @throws WorkError if it does not compile.
 */
export function checkingDigests(root: string): { parsing: string; decoding: string } {
  return partDigests(root, { parsing, decoding });
}

type Found = ImportedCode & { digest: string };

/**
 * Computes digests of parts from what they really import. Finding that takes a fifth of a second, so it is cached: as long
 * as all found files are the same, they import the same.
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

/** The digest of a part's current files; `undefined` if one of them is gone. */
function importsDigest(root: string, { data }: Part, { files, libraries }: ImportedCode): string | undefined {
  const all = createHash('sha256');
  // It decides where imports lead.
  for (const path of ['tsconfig.json', ...files]) {
    try {
      all
        .update(path)
        .update('\0')
        .update(readFileSync(join(root, path)))
        .update('\0');
    } catch {
      return undefined;
    }
  }
  return all.update(lockedLibraries(root, [...libraries, ...data]).join('\n')).digest('hex');
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
    // If nothing can be written, the next command finds them again.
  }
}

/**
 * Identifies the code that Next compiles, and the libraries.
 *
 * @param without The folders that do not count.
 * @param readOnce The digests of files that were read before.
 */
function compiledDigest(root: string, without: readonly string[], readOnce: Map<string, string>): string {
  const atRoot = readdirSync(root).filter((name) => compiled.files.test(name));
  const files = [
    ...allLibraries,
    ...atRoot,
    ...compiled.folders.flatMap((folder) => filesUnder(root, folder, without)),
  ];
  const digests = files.sort().map((path) => {
    return `${path} ${readOnce.getOrInsertComputed(path, () => hash('sha256', readFileSync(join(root, path))))}\n`;
  });
  return hash('sha256', digests.join(''));
}

/** The files in a folder and those in it, except in some folders. */
function filesUnder(root: string, folder: string, without: readonly string[]): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (!entry.isDirectory()) return path;
    return without.includes(path) ? [] : filesUnder(root, path, without);
  });
}

import { builtinModules } from 'node:module';
import { buildSync } from 'esbuild';
import { WorkError } from '../../processes/work-error.ts';

/** The code that runs when given files of the project are loaded. */
export type ImportedCode = {
  /** The project's own files, relative to its folder, sorted. */
  files: string[];
  /** The libraries that these import, by name, sorted. */
  libraries: string[];
};

/**
 * Follows the imports of files of the project, except type imports, which do not run.
 *
 * @param root The project's folder.
 * @param entries The files to start from, relative to it.
 * @throws WorkError if a file is missing or does not compile.
 */
export function importedCode(root: string, entries: readonly string[]): ImportedCode {
  const inputs = Object.entries(inputsOf(root, entries));
  const imports = inputs.flatMap(([, { imports }]) => imports.flatMap(({ path, external }) => (external ? path : [])));
  const libraries = imports.filter((path) => !path.startsWith('node:') && !builtinModules.includes(path)).map(nameOf);
  return { files: inputs.map(([path]) => path).sort(), libraries: [...new Set(libraries)].sort() };
}

function inputsOf(root: string, entries: readonly string[]) {
  try {
    return buildSync({
      absWorkingDir: root,
      entryPoints: [...entries],
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      outdir: 'out',
      write: false,
      metafile: true,
      logLevel: 'silent',
    }).metafile.inputs;
  } catch (error) {
    throw new WorkError(`The code does not compile. ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The package that an import is from: `next/og` is from `next`. */
function nameOf(path: string): string {
  return path.split('/', path.startsWith('@') ? 2 : 1).join('/');
}

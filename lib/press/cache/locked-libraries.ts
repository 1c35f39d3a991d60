import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type LockedPackage = {
  version?: string;
  integrity?: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
};

/**
 * Finds libraries and all their dependencies in the lockfile.
 *
 * @param root The project's folder, with `package-lock.json`.
 * @returns A line for each package, sorted: its place, its version and its digest.
 */
export function lockedLibraries(root: string, names: readonly string[]): string[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockedPackage>;
  };
  const found = new Map<string, string>();
  const follow = (name: string, from: string): void => {
    const path = foldersAbove(from).find((folder) => packages[`${folder}node_modules/${name}`] !== undefined);
    // Optional and peer dependencies may be missing.
    if (path === undefined) return;
    const place = `${path}node_modules/${name}`;
    const library = packages[place];
    if (found.has(place) || !library) return;
    found.set(place, `${place} ${library.version} ${library.integrity}`);
    const { dependencies, optionalDependencies, peerDependencies } = library;
    for (const next of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })) {
      follow(next, `${place}/`);
    }
  };
  for (const name of names) follow(name, '');
  return [...found.values()].sort();
}

/** The folders in which Node looks for the imports of a package, nearest first: `node_modules/a/`, then ``. */
function foldersAbove(folder: string): string[] {
  const above = [folder];
  for (let at = folder; at !== ''; ) {
    at = at.slice(0, at.lastIndexOf('node_modules/'));
    above.push(at);
  }
  return above;
}

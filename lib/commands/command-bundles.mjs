/**
 * Finds the bundles of commands: each has a command and its libraries in a few files instead of a thousand, which take four
 * times as long to load. `bundle-commands.ts` makes them. JavaScript, since it is loaded before any TypeScript can be.
 */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** The scripts that have a bundle. */
export const bundledScripts = [
  ...['build', 'check', 'deploy', 'dev', 'hosts', 'new', 'revise', 'start', 'translations'].map(
    (name) => `lib/commands/${name}.ts`,
  ),
  'lib/press/worker.ts',
  'lib/press/cache/disk-difference-thread.ts',
  'lib/press/search/index-thread.ts',
  'lib/processes/fingerprints-thread.ts',
  'lib/check/check-worker.ts',
  'lib/bench/resident-build.ts',
];

/** The project's folder. */
export const root = join(import.meta.dirname, '../..');

/** Where bundles are kept, beside what npm installs. */
export const bundlesFolder = join(root, 'node_modules/.cache/standfirst/bundles');

/**
 * What the system says of files: another answer if one of them has changed.
 *
 * @param {readonly string[]} files The files of the project that bundles are made from, relative to its folder.
 * @returns {string}
 */
export function stateOf(files) {
  const hash = createHash('sha256').update(process.version);
  // npm writes the last one when it installs anything.
  for (const file of [...files, 'node_modules/.package-lock.json']) {
    const stat = statSync(join(root, file), { throwIfNoEntry: false });
    hash.update(`${file} ${stat?.size} ${stat?.mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/**
 * Whether a script has a bundle that must be made, again or for the first time.
 *
 * @param {string} script The path of the script.
 * @returns {boolean}
 */
export function isBundleDue(script) {
  return bundledScripts.includes(nameOf(script)) && bundleOf(script) === undefined;
}

/**
 * The bundle of a script.
 *
 * @param {string} script The path of the script.
 * @returns {string | undefined} Its file; nothing if the script has none, or the code has changed since it was made.
 */
export function bundleOf(script) {
  const name = nameOf(script);
  if (!bundledScripts.includes(name)) return undefined;
  try {
    const { folder, files, state } = JSON.parse(readFileSync(join(bundlesFolder, 'made.json'), 'utf8'));
    return stateOf(files) === state ? join(bundlesFolder, folder, name.replace(/\.ts$/, '.mjs')) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The name of a script in {@link bundledScripts}.
 *
 * @param {string} script
 * @returns {string}
 */
function nameOf(script) {
  return relative(root, script).split(sep).join('/');
}

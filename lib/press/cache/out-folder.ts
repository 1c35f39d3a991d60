import { existsSync, readdirSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { makeFolder } from '../../processes/make-folder.ts';
import { WorkError } from '../../processes/work-error.ts';

/** The folder of the build cache, beside `out`; never served. */
export const buildCacheFolder = (out: string): string => `${out.replace(/[/\\]+$/, '')}.press`;

/**
 * The hidden file that marks an output folder, even if its build cache has been deleted. It is not a file of the site:
 * nothing serves it, and no release has it.
 */
export const outMark = '.standfirst';

/** Makes an output folder with its mark. */
export function markOutFolder(out: string): void {
  makeFolder(out);
  const mark = join(out, outMark);
  if (existsSync(mark)) return;
  writeFileSync(mark, 'Standfirst has made the files in this folder. A build replaces and removes them.\n');
}

/**
 * Refuses an output folder that a build must not replace: one that contains the project or the content, is inside a
 * folder of their files, or has files that no build made.
 *
 * @throws WorkError that says why, and what to choose instead.
 */
export function checkOutFolder(out: string, root: string, content: string): void {
  const target = realPath(out);
  const project = realPath(root);
  for (const [name, dir] of [
    ['the project', project],
    ['the content', realPath(content)],
  ] as const) {
    if (holds(target, dir))
      throw new WorkError(`--out ${out} is or contains ${name}. Choose a separate folder, such as out.`);
  }
  if (holds(realPath(content), target))
    throw new WorkError(`--out ${out} is in the content. Name a folder outside of it.`);
  const [first = ''] = relative(project, target).split(sep);
  const ofProject = ['app', 'components', 'docs', 'lib', 'node_modules', 'public', 'tests', '.git', '.next'];
  if (holds(project, target) && ofProject.includes(first)) {
    throw new WorkError(
      `--out ${out} is in ${first}/, which is the project's own. Name a folder beside it, such as out.`,
    );
  }
  const isOurs = existsSync(buildCacheFolder(out)) || existsSync(join(out, outMark));
  if (existsSync(out) && readdirSync(out).length > 0 && !isOurs) {
    throw new WorkError(
      `--out ${out} contains files that no build made. Name a new or an empty folder, or delete this one.`,
    );
  }
}

function holds(outer: string, inner: string): boolean {
  const way = relative(outer, inner);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && resolve(outer, way) === inner);
}

/** The real path of a folder, even if its last parts do not exist yet. */
function realPath(path: string): string {
  const full = resolve(path);
  if (existsSync(full)) return realpathSync(full);
  const parent = dirname(full);
  return parent === full ? full : join(realPath(parent), relative(parent, full));
}

import type { Report } from '../model/problem.ts';
import { foldName } from '../names/fold-name.ts';
import type { FrontMatter } from './files/front-matter.ts';
import { frontMatterStrings } from './files/front-matter-strings.ts';

/** Reports names and aliases that two entries of the glossary share: a text could mean either. */
export function checkNames(entries: readonly FrontMatter[], report: Report): void {
  const owners = new Map<string, string>();
  for (const entry of entries) {
    const { file, placeOf } = entry;
    for (const { text, path } of frontMatterStrings(entry)) {
      const isName = path[0] === 'aliases' || (path.length === 1 && path[0] === 'name');
      if (!isName) continue;
      const key = foldName(text);
      const owner = owners.get(key);
      if (owner === file) {
        report({
          file,
          ...placeOf(path),
          code: 'listed-twice',
          message: `"${text}" is listed twice. Remove it here.`,
        });
      } else if (owner !== undefined) {
        const message = `"${text}" is a name of ${owner} as well. Remove it from one of the two, or say it more exactly.`;
        report({ file, ...placeOf(path), code: 'name-twice', message });
      } else owners.set(key, file);
    }
  }
}

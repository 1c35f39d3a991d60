import type { FrontMatter } from './front-matter.ts';
import type { Report } from './problem.ts';

/** A glossary entry's names, and the front matter in which they stand. */
export type NamedEntry = { name: string; aliases: readonly string[]; frontMatter: FrontMatter };

/** Reports names and aliases that two entries of the glossary share: no text could tell which of the two it means. */
export function checkNames(entries: readonly NamedEntry[], report: Report): void {
  const owners = new Map<string, string>();
  for (const { name, aliases, frontMatter } of entries) {
    const { file, placeOf } = frontMatter;
    for (const [index, text] of [name, ...aliases].entries()) {
      const key = text.normalize().replace(/\s+/g, ' ');
      const owner = owners.get(key);
      const place = placeOf(index === 0 ? ['name'] : ['aliases', index - 1]);
      if (owner === file) {
        report({ file, ...place, code: 'listed-twice', message: `"${text}" is listed twice. Take it out here.` });
      } else if (owner !== undefined) {
        const message = `"${text}" is a name of ${owner} as well. Take it out of one of the two, or say it more exactly.`;
        report({ file, ...place, code: 'name-twice', message });
      } else owners.set(key, file);
    }
  }
}

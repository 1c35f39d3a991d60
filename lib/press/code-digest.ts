import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What the versions of all libraries depend on. */
const libraries = ['package.json', 'package-lock.json'];

/** What turns Markdown into parsed articles. */
const parsing = ['lib/content/**', 'lib/context/**', 'lib/markdown/**', 'lib/article/**', 'lib/languages/**'];

/** What Next compiles. Content is not among it: a change of content needs no compile. */
const compiled = ['app/**', 'components/**', 'lib/**', '*.config.*', 'tsconfig.json'];

/** What makes copies of pictures. They take long to make: no other library shall be a reason to make them again. */
const copying = ['lib/pictures/**', 'lib/article/picture-copies.ts', 'node_modules/sharp/package.json'];

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
};

/** Reads the project's code and names its parts. */
export function codeDigests(root: string): CodeDigests {
  const digest = (patterns: readonly string[], exclude: readonly string[] = []) => {
    const hash = createHash('sha256');
    for (const path of globSync(patterns, { cwd: root, exclude: [...exclude] }).sort()) {
      const file = join(root, path);
      if (statSync(file).isFile()) hash.update(path).update('\0').update(readFileSync(file)).update('\0');
    }
    return hash.digest('hex');
  };
  return {
    parsing: digest([...libraries, ...parsing]),
    compiled: digest([...libraries, ...compiled], above),
    pressing: digest(
      [...libraries, ...compiled, 'lib/press/**'],
      above.filter((pattern) => pattern !== 'lib/press/**'),
    ),
    copying: digest(copying),
  };
}

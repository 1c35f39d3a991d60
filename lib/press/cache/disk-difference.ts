import { existsSync, readdirSync, statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { endings, isText } from '../page/compress.ts';
import { outMark } from './out-folder.ts';

/** How the files of a site differ from its manifest: paths whose files are missing or changed, and paths of other files. */
export type DiskDifference = { changed: string[]; extra: string[] };

/** Compares a site with its manifest. Each file and compressed sibling is looked at: people change single ones by hand. */
export function diskDifference(db: DatabaseSync, out: string): DiskDifference {
  const known = new Set<string>();
  const changed: string[] = [];
  for (const row of db.prepare('SELECT path, on_disk FROM files').iterate()) {
    const path = String(row['path']);
    known.add(path);
    if (row['on_disk'] !== onDisk(out, path)) changed.push(path);
  }
  return { changed, extra: filesIn(out).filter((path) => !known.has(path)) };
}

/** The extensions of a file and its compressed siblings, which only text has. */
export function endingsOf(path: string): readonly ['', ...string[]] {
  return isText(path) ? ofText : ofOther;
}

const ofText = ['', ...Object.values(endings)] as const;
const ofOther = [''] as const;

/** What the file system says about a file and its siblings; differs if any of them was changed. */
export function onDisk(out: string, path: string): string {
  let state = '';
  for (const ending of endingsOf(path)) {
    // Not `join`, which takes as long as the system call: there are very many.
    const stat = statSync(`${out}/${path}${ending}`, { throwIfNoEntry: false });
    const own = stat ? `${stat.size}@${stat.mtimeMs}` : '-';
    state += state === '' ? own : ` ${own}`;
  }
  return state;
}

/** All files of the site on disk, without their compressed siblings. */
function filesIn(out: string): string[] {
  const found = new Set<string>();
  const walk = (dir: string) => {
    for (const entry of readdirSync(`${out}/${dir}`, { withFileTypes: true })) {
      const path = dir === '' ? entry.name : `${dir}/${entry.name}`;
      if (path === outMark) continue;
      if (entry.isDirectory()) {
        walk(path);
        continue;
      }
      const plain = path.replace(/\.(br|gz)$/, '');
      found.add(isText(plain) ? plain : path);
    }
  };
  if (existsSync(out)) walk('');
  return [...found];
}

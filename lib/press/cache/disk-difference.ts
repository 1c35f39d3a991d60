import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { type EncodingName, endings, isText } from '../page/compress.ts';
import { outMark } from './out-folder.ts';

/**
 * How the files of a site differ from its manifest: paths whose files are missing or changed, paths of other files, and those
 * that have other times but the same bytes, as in a restored copy, with what the file system now says of each.
 */
export type DiskDifference = { changed: string[]; extra: string[]; sameBytes: [path: string, onDisk: string][] };

/** Compares a site with its manifest. Each file and compressed sibling is looked at: people change single ones by hand. */
export function diskDifference(db: DatabaseSync, out: string): DiskDifference {
  const selectBytes = db.prepare('SELECT digest, encodings FROM files WHERE path = ?');
  const known = new Set<string>();
  const changed: string[] = [];
  const sameBytes: DiskDifference['sameBytes'] = [];
  for (const row of db.prepare('SELECT path, on_disk FROM files').iterate()) {
    const path = String(row['path']);
    known.add(path);
    const state = onDisk(out, path);
    if (row['on_disk'] === state) continue;
    if (sizesIn(state) === sizesIn(String(row['on_disk'])) && hasBytes(out, path, selectBytes.get(path)))
      sameBytes.push([path, state]);
    else changed.push(path);
  }
  return { changed, extra: filesIn(out).filter((path) => !known.has(path)), sameBytes };
}

/** The sizes in a text of {@link onDisk}, without the times. */
function sizesIn(state: string): string {
  return state.replaceAll(/@\S+/g, '');
}

/** Whether a file and its siblings have the bytes that the manifest notes. */
function hasBytes(out: string, path: string, noted: Record<string, unknown> | undefined): boolean {
  if (!noted) return false;
  const encodings = JSON.parse(String(noted['encodings'])) as Partial<Record<EncodingName, { digest: string }>>;
  const files = [
    { ending: '', digest: String(noted['digest']) },
    ...Object.entries(encodings).map(([name, { digest }]) => ({ ending: endings[name as EncodingName], digest })),
  ];
  try {
    return files.every(({ ending, digest }) => hash('sha256', readFileSync(`${out}/${path}${ending}`)) === digest);
  } catch {
    return false;
  }
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

import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suggestedCommand } from '../model/suggested-command.ts';
import { outMark } from '../press/cache/out-folder.ts';
import { endings } from '../press/page/compress.ts';
import { LiveError } from '../serve/live-error.ts';
import type { SentBytes, SiteFile } from '../serve/release-manifest.ts';
import { readManifest, releaseFolder, siteIn } from './releases.ts';

/** A file on disk and what it has to hold: a plain file of a site, or a compressed sibling of one. */
export type Wanted = SentBytes & { path: string };

/** What a site has to have on disk. */
export function wantedFiles(files: Iterable<[string, Pick<SiteFile, 'digest' | 'size' | 'encodings'>]>): Wanted[] {
  return [...files].flatMap(
    ([
      path,
      {
        digest,
        size,
        encodings: { br, gzip },
      },
    ]) => [
      { path, digest, size },
      ...(br ? [{ path: path + endings.br, ...br }] : []),
      ...(gzip ? [{ path: path + endings.gzip, ...gzip }] : []),
    ],
  );
}

/** What lies in a folder besides these files. */
export function strayFiles(dir: string, wanted: readonly Wanted[]): string[] {
  const paths = new Set(wanted.map(({ path }) => path));
  return filesIn(dir, '').filter((path) => path !== outMark && !paths.has(path));
}

/** All that lies in a folder and is no folder. Links are not followed: they may lead anywhere. */
function filesIn(dir: string, below: string): string[] {
  return readdirSync(join(dir, below), { withFileTypes: true }).flatMap((entry) => {
    const path = `${below}${entry.name}`;
    return entry.isDirectory() ? filesIn(dir, `${path}/`) : path;
  });
}

/** Reads a file in a folder; `undefined` where it is not there or holds something else. */
export async function readWanted(dir: string, { path, digest }: Wanted): Promise<Buffer | undefined> {
  const bytes = await readFile(join(dir, path)).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return undefined;
    throw error;
  });
  return bytes && createHash('sha256').update(bytes).digest('hex') === digest ? bytes : undefined;
}

/** The files in a folder that are not there or hold something else. */
async function wrongFiles(dir: string, wanted: readonly Wanted[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const file of wanted) if (!(await readWanted(dir, file))) wrong.push(file.path);
  return wrong;
}

/** The files of a release that are not as its manifest says. */
export function wrongInRelease(root: string, name: string): Promise<string[]> {
  const manifest = readManifest(root, name);
  return wrongFiles(siteIn(releaseFolder(root, name), manifest), wantedFiles(Object.entries(manifest.files)));
}

/** Some of many paths, for a message: `one, two, three and 12 more`. */
export function someOf(paths: readonly string[]): string {
  const shown = paths.slice(0, 3).join(', ');
  return paths.length > 3 ? `${shown} and ${paths.length - 3} more` : shown;
}

/** A site that was changed since it was built, or whose build was stopped half-way. */
export function notAsLeft(out: string, wrong: readonly string[]): LiveError {
  return new LiveError(
    `${out}/ is not as the press left it: ${someOf(wrong.toSorted())}. Build it again: ${suggestedCommand('build', [], { out })}. Where that does not help, delete ${out}/ and ${out}.press/ first.`,
  );
}

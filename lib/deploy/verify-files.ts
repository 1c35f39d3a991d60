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

/** A file on disk and its expected content: a plain file of a site, or a compressed sibling of one. */
export type Wanted = SentBytes & { path: string };

/** The files that a site must have on disk. */
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

/** The other files in a folder. */
export function strayFiles(dir: string, wanted: readonly Wanted[]): string[] {
  const paths = new Set(wanted.map(({ path }) => path));
  return filesIn(dir, '').filter((path) => path !== outMark && !paths.has(path));
}

/** Everything in a folder except folders. Links are not followed: they may lead anywhere. */
function filesIn(dir: string, below: string): string[] {
  return readdirSync(join(dir, below), { withFileTypes: true }).flatMap((entry) => {
    const path = `${below}${entry.name}`;
    return entry.isDirectory() ? filesIn(dir, `${path}/`) : path;
  });
}

/** Reads a file in a folder; `undefined` if it is missing or has other content. */
export async function readWanted(dir: string, { path, digest }: Wanted): Promise<Buffer | undefined> {
  const bytes = await readFile(join(dir, path)).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return undefined;
    throw error;
  });
  return bytes && createHash('sha256').update(bytes).digest('hex') === digest ? bytes : undefined;
}

/** The files that are missing in a folder or have other content. */
async function wrongFiles(dir: string, wanted: readonly Wanted[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const file of wanted) if (!(await readWanted(dir, file))) wrong.push(file.path);
  return wrong;
}

/** The files of a release that do not match its manifest. */
export function damagedFiles(root: string, name: string): Promise<string[]> {
  const manifest = readManifest(root, name);
  return wrongFiles(siteIn(releaseFolder(root, name), manifest), wantedFiles(Object.entries(manifest.files)));
}

/** Some of many paths, for a message: `one, two, three and 12 more`. */
export function someOf(paths: readonly string[]): string {
  const shown = paths.slice(0, 3).join(', ');
  return paths.length > 3 ? `${shown} and ${paths.length - 3} more` : shown;
}

/** The error for a site that was changed after it was built, or whose build was interrupted. */
export function changedSiteError(out: string, wrong: readonly string[]): LiveError {
  return new LiveError(
    `${out}/ was changed after it was built: ${someOf(wrong.toSorted())}. Build it again: ${suggestedCommand('build', [], { out })}. If that does not help, delete ${out}/ and ${out}.press/ first.`,
  );
}

import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { handOver } from '../content/current-publication.ts';
import type { Publication } from '../content/publish.ts';
import { compile } from './compile.ts';
import { encodingsOf, type Quality } from './encode.ts';
import { finishPage } from './finish.ts';
import { type NextServer, startNextServer } from './next-server.ts';
import { workshopOf } from './out-folder.ts';
import { type Page, pagesOf } from './page-list.ts';
import type { PageBytes } from './page-table.ts';
import { PressError } from './press-error.ts';

/** Past so many pages brotli takes its quick way: its slow one would take longer than all else. */
const manyPages = 300;

export type PressSettings = {
  /** The project's folder, where Next finds the app. */
  root: string;
  /** The folder of the finished site. */
  out: string;
  /** Receives what the press is doing, a line at a time. */
  say: (line: string) => void;
};

/**
 * Makes the finished site of a publication: compiles where needed, has Next render every page, finishes each, and puts
 * the new `out` in the place of the old one only when all of it is there.
 *
 * @returns The pages in the order of the list.
 * @throws PressError where the code does not compile or a page does not answer as it must; `out` stays as it was.
 */
export async function press(publication: Publication, { root, out, say }: PressSettings): Promise<PageBytes[]> {
  await compile(root, say);
  handOver(publication);
  const workshop = workshopOf(out);
  const fresh = join(workshop, 'new');
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });

  const server = await startNextServer(root);
  const pressed: PageBytes[] = [];
  try {
    const pages = pagesOf(publication);
    const quality: Quality = pages.length > manyPages ? 6 : 11;
    say(`Pressing ${pages.length} pages …`);
    const tell = everyTwoSeconds(say);
    for (const page of pages) {
      const html = await pressPage(server, page);
      const siblings = await write(fresh, page.file, Buffer.from(html), quality);
      pressed.push({ file: page.file, html, brotli: siblings['.br'] ?? Buffer.byteLength(html) });
      tell(() => `${pressed.length} of ${pages.length} pages are done …`);
    }
  } finally {
    await server.close();
  }
  for (const file of publicFiles(root)) await write(fresh, file, readFileSync(join(root, 'public', file)), 11);
  swap(fresh, out, join(workshop, 'old'));
  return pressed;
}

async function pressPage(server: NextServer, { route, status }: Page): Promise<string> {
  const answer = await server.get(route);
  if (answer.status !== status) {
    throw new PressError(
      `${route} answered with status ${answer.status} instead of ${status}; what Next printed above says why.`,
    );
  }
  try {
    return finishPage(answer.body.toString('utf8'));
  } catch (error) {
    throw new PressError(`${route} is not whole. ${error instanceof Error ? error.message : error}`);
  }
}

/** Writes a file with its compressed siblings; answers with the bytes of each by its ending. */
async function write(
  dir: string,
  path: string,
  bytes: Buffer,
  quality: Quality,
): Promise<Partial<Record<string, number>>> {
  const file = join(dir, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  const encodings = await encodingsOf(file, bytes, quality);
  for (const encoding of encodings) writeFileSync(file + encoding.ending, encoding.bytes);
  return Object.fromEntries(encodings.map(({ ending, bytes: { byteLength } }) => [ending, byteLength]));
}

function publicFiles(root: string): string[] {
  const dir = join(root, 'public');
  return globSync('**', { cwd: dir }).filter((file) => statSync(join(dir, file)).isFile());
}

/** Puts a folder in the place of another by renaming alone. */
function swap(fresh: string, out: string, old: string): void {
  rmSync(old, { recursive: true, force: true });
  if (existsSync(out)) renameSync(out, old);
  renameSync(fresh, out);
  rmSync(old, { recursive: true, force: true });
}

function everyTwoSeconds(say: (line: string) => void): (line: () => string) => void {
  let last = performance.now();
  return (line) => {
    if (performance.now() - last < 2000) return;
    last = performance.now();
    say(line());
  };
}

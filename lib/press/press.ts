import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { handOver } from '../content/current-publication.ts';
import type { Publication } from '../content/publish.ts';
import { compile } from './compile.ts';
import { finishPage } from './finish.ts';
import { type NextServer, startNextServer } from './next-server.ts';
import { workshopOf } from './out-folder.ts';
import { type Page, pagesOf } from './page-list.ts';
import { PressError } from './press-error.ts';

export type PressSettings = {
  /** The project's folder, where Next finds the app. */
  root: string;
  /** The folder of the finished site. */
  out: string;
  /** Receives what the press is doing, a line at a time. */
  say: (line: string) => void;
};

/** A finished page as it was written. */
export type PressedPage = { file: string; html: string };

/**
 * Makes the finished site of a publication: compiles where needed, has Next render every page, finishes each, and puts
 * the new `out` in the place of the old one only when all of it is there.
 *
 * @returns The pages in the order of the list.
 * @throws PressError where the code does not compile or a page does not answer as it must; `out` stays as it was.
 */
export async function press(publication: Publication, { root, out, say }: PressSettings): Promise<PressedPage[]> {
  await compile(root, say);
  handOver(publication);
  const workshop = workshopOf(out);
  const fresh = join(workshop, 'new');
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });

  const server = await startNextServer(root);
  const pressed: PressedPage[] = [];
  try {
    const pages = pagesOf(publication);
    say(`Pressing ${pages.length} pages …`);
    const tell = everyTwoSeconds(say);
    for (const page of pages) {
      const html = await pressPage(server, page);
      write(join(fresh, page.file), html);
      pressed.push({ file: page.file, html });
      tell(() => `${pressed.length} of ${pages.length} pages are done …`);
    }
  } finally {
    await server.close();
  }
  cpSync(join(root, 'public'), fresh, { recursive: true });
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

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
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

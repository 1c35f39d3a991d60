import { taskQueue } from '../processes/task-queue.ts';
import { throttledProgress } from '../processes/throttled-progress.ts';
import type { Entry } from './cache/manifest.ts';
import type { StageSettings } from './cache/stage.ts';
import { type FileAction, keepFile, takeFile } from './outputs/kept-file.ts';
import { requestsAtOnce } from './outputs/output-cache.ts';
import { encodersAtOnce, isText, type Quality } from './page/compress.ts';
import type { PageBytes } from './page/page-table.ts';
import { renderPage, type WrittenFile, writeFile } from './page/render-page.ts';
import { contentOf, isOutput, type Planned, pagesAmong } from './plan.ts';
import { type ManyFiles, worthWorkers } from './workers.ts';

/**
 * Feeds and sitemaps are long and change with every article: they stay at brotli's quick quality, unless all files
 * are to be recompressed.
 */
const qualityOfFiles: Quality = 6;

export type MakeSettings = Pick<StageSettings, 'encode' | 'outputs' | 'say' | 'server'> & {
  /** Makes many files in a folder, in several processes. */
  makeMany: (work: ManyFiles, fresh: string, done: (file: WrittenFile) => void) => Promise<void>;
};

/** A file that was made: its entry of the manifest, and what the table of pages shows. */
export type Made = Entry & { bytes: PageBytes };

/**
 * Makes planned files in a folder: takes from the cache of outputs what is there, and renders, writes and compresses the rest. That is
 * then kept in the cache.
 *
 * @param quality That of pages.
 * @returns What was made, in any order, and how many files of these were taken from the cache.
 * @throws WorkError if a page does not answer as expected.
 */
export async function makeFiles(
  due: readonly Planned[],
  fresh: string,
  quality: Quality,
  settings: MakeSettings,
): Promise<{ made: Made[]; taken: number }> {
  const { outputs, say } = settings;
  const actionOf = (file: Planned): FileAction => ({
    path: file.path,
    madeFrom: file.madeFrom,
    quality: 'make' in file || 'bytesOf' in file ? qualityOfFiles : isText(file.path) ? quality : 11,
  });
  const actions = new Map(due.map((file) => [file.path, actionOf(file)]));
  const made = new Map<string, WrittenFile>();
  const tell = throttledProgress(say);
  const note = (written: WrittenFile) => {
    made.set(written.bytes.file, written);
    tell(() => `${made.size} of ${due.length} files are done …`);
  };
  const requests = taskQueue(requestsAtOnce);
  for (const file of outputs ? due.filter(isOutput) : []) {
    await requests.add(async () => {
      const written = outputs && (await takeFile(outputs, fresh, actionOf(file)));
      if (written) note(written);
    });
  }
  await requests.done();
  const taken = made.size;
  const rest = due.filter(({ path }) => !made.has(path));
  await makeRest(rest, fresh, actionOf, quality, note, settings);
  for (const file of outputs ? rest.filter(isOutput) : []) {
    const written = made.get(file.path);
    if (outputs && written) await requests.add(() => keepFile(outputs, fresh, actionOf(file), written));
  }
  await requests.done();
  return {
    made: [...made.values()].flatMap(({ bytes, ...written }) => {
      const action = actions.get(bytes.file);
      return action ? { ...written, ...action, bytes } : [];
    }),
    taken,
  };
}

/** Makes files, many pages in several processes. */
async function makeRest(
  rest: readonly Planned[],
  fresh: string,
  actionOf: (file: Planned) => FileAction,
  quality: Quality,
  note: (file: WrittenFile) => void,
  { encode, makeMany, server }: MakeSettings,
): Promise<void> {
  const pages = pagesAmong(rest);
  const isMany = pages.length >= worthWorkers;
  if (isMany) {
    const files = rest.filter((file) => 'make' in file).map(({ path }) => path);
    await makeMany({ pages, files, quality, qualityOfFiles }, fresh, note);
  }
  const encoders = taskQueue(encodersAtOnce);
  for (const file of rest) {
    if (isMany && isOutput(file)) continue;
    const bytes = 'page' in file ? await renderPage(await server(), file.page) : contentOf(file);
    // While the thread pool compresses a file, Next renders the next.
    await encoders.add(async () => note(await writeFile(fresh, file.path, bytes, actionOf(file).quality, encode)));
  }
  await encoders.done();
}

import { createHash } from 'node:crypto';
import { globSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { machineFiles } from '../formats/machine-files.ts';
import { copiesOf } from '../model/picture-copies.ts';
import { routes } from '../model/urls.ts';
import { taskQueue } from '../processes/task-queue.ts';
import { throttledProgress } from '../processes/throttled-progress.ts';
import { handOver } from '../publication/current-publication.ts';
import { editionsOf } from '../publication/editions.ts';
import { type Page, pagesOf } from '../publication/page-list.ts';
import type { Publication } from '../publication/publish.ts';
import { redirectsOf } from '../publication/redirects.ts';
import { cardPaths } from './cache/card-store.ts';
import { cachedIcons } from './cache/icon-store.ts';
import type { Entry, SiteFacts } from './cache/manifest.ts';
import type { PictureStore } from './cache/picture-store.ts';
import { isOfSearch, type Pressed, type StageSettings } from './cache/stage.ts';
import { keepFile, takeFile } from './outputs/kept-file.ts';
import { requestsAtOnce } from './outputs/output-cache.ts';
import { encodersAtOnce, isText, type Quality } from './page/compress.ts';
import type { PageBytes } from './page/page-table.ts';
import { renderPage, type WrittenFile, writeFile } from './page/render-page.ts';
import { worthWorkers } from './workers.ts';

/**
 * Feeds and sitemaps are long and change with every article: they stay at brotli's quick quality, unless all files
 * are to be recompressed.
 */
const qualityOfFiles: Quality = 6;

export type PressSettings = StageSettings & {
  /** The project's folder. */
  root: string;
  /** Has the copies of all pictures of the publication. */
  pictures: PictureStore;
  /** Makes many files in a folder, in several processes. */
  makeMany: (work: ManyFiles, fresh: string, done: (file: WrittenFile) => void) => Promise<void>;
  /** Whether somebody waits for these pages: then they are compressed quickly, and at full quality by a later build. */
  isAwaited: boolean;
  /** The faulty articles that are shown in their last good state. */
  atFault: readonly string[];
  /** Records what readers see, in the same transaction as the entries of its files. */
  noteShown: () => void;
};

/** Pages to render, and the paths of other files, each with its quality. */
export type ManyFiles = { pages: readonly Page[]; files: readonly string[]; quality: Quality; qualityOfFiles: Quality };

/** A planned file of the site: what it will be made from, and how. */
type Planned = { path: string; madeFrom: string } & (
  | { page: Page }
  | { make: () => string }
  | { bytes: Buffer }
  | { bytesOf: () => Buffer }
  | { copyOf: string }
);

/**
 * Updates the finished site to a publication: asks Next to render the pages whose content or code has changed, finishes
 * each, and moves them into `out` once all are there; deletes what no longer exists. The search is not changed:
 * `pressSearch` comes after this.
 *
 * An incremental build gives the same files as a build from nothing, to the byte, and compressed siblings that decode to
 * the same.
 *
 * @throws WorkError if a page does not answer as expected; `out` is not changed.
 */
export async function press(publication: Publication, settings: PressSettings): Promise<Omit<Pressed, 'raised'>> {
  const { root, buildCache, manifest, say } = settings;
  const editions = editionsOf(publication);
  const icons = await cachedIcons(publication.site, buildCache, settings.code);
  const planned: Planned[] = [
    ...editions.flatMap((edition) => plannedPages(edition, settings)),
    ...editions.flatMap((edition) => plannedFiles(edition, settings)),
    ...plannedPictures(editions, settings),
    ...plannedFonts(publication),
    ...icons.map(({ name, file, digest }) => ({ path: name, madeFrom: digest, copyOf: file })),
    ...plannedLogo(publication),
    ...plannedPublicFiles(root),
    ...(await plannedDesk(publication, root)),
  ];
  await manifest.compare();
  const before = manifest.madeFrom();
  const { outputs, share } = settings;
  const due = planned.filter((file) =>
    share ? isOutput(file) && share(file.path) : before.get(file.path) !== file.madeFrom,
  );
  // Share images and the search index are made after the pages; those of deleted articles are deleted here.
  const wanted = new Set([...planned.map(({ path }) => path), ...editions.flatMap(cardPaths)]);
  const gone = manifest.unwanted(wanted).filter((path) => !isOfSearch(path, editions));

  const fresh = join(buildCache.dir, 'new');
  rmSync(fresh, { recursive: true, force: true });
  handOver(publication);
  const isLarge = pagesAmong(outputs ? planned : due).length >= worthWorkers;
  // Many pages are compressed quickly at first: full quality would take longer than everything else. What other builds take
  // from here must not depend on how much this one makes.
  const quality: Quality = isLarge || settings.isAwaited ? 6 : 11;
  if (due.length > 0) say(`Pressing ${due.length} of ${planned.length} files …`);
  const tell = throttledProgress(say);
  const made: (Entry & { bytes: PageBytes })[] = [];
  const qualityOf = (file: Planned): Quality =>
    'make' in file || 'bytesOf' in file ? qualityOfFiles : isText(file.path) ? quality : 11;
  const known = new Map(due.map((file) => [file.path, { madeFrom: file.madeFrom, quality: qualityOf(file) }]));
  const note = ({ bytes, ...written }: WrittenFile) => {
    const { file: path } = bytes;
    made.push({ ...written, path, ...(known.get(path) ?? { madeFrom: '', quality }), bytes });
    tell(() => `${made.length} of ${due.length} files are done …`);
  };
  const action = ({ path, madeFrom, ...file }: Planned) => ({
    path,
    madeFrom,
    quality: qualityOf({ path, madeFrom, ...file }),
  });
  const taken = new Set<string>();
  const requests = taskQueue(requestsAtOnce);
  for (const file of outputs ? due.filter(isOutput) : []) {
    await requests.add(async () => {
      const written = outputs && (await takeFile(outputs, fresh, action(file)));
      if (!written) return;
      taken.add(file.path);
      note(written);
    });
  }
  await requests.done();
  const rest = due.filter(({ path }) => !taken.has(path));
  const duePages = pagesAmong(rest);
  const isMany = duePages.length >= worthWorkers;
  if (isMany) {
    const files = rest.filter((file) => 'make' in file).map(({ path }) => path);
    await settings.makeMany({ pages: duePages, files, quality, qualityOfFiles }, fresh, note);
  }
  const encoders = taskQueue(encodersAtOnce);
  for (const file of rest) {
    if (isMany && ('page' in file || 'make' in file)) continue;
    const bytes = 'page' in file ? await renderPage(await settings.server(), file.page) : contentOf(file);
    // While the thread pool compresses a file, Next renders the next.
    await encoders.add(async () => note(await writeFile(fresh, file.path, bytes, qualityOf(file))));
  }
  await encoders.done();
  if (outputs) {
    const byPath = new Map(made.map((file) => [file.path, file]));
    for (const file of rest.filter(isOutput)) {
      const written = byPath.get(file.path);
      if (written) await requests.add(() => keepFile(outputs, fresh, action(file), written));
    }
    await requests.done();
  }
  if (share) {
    rmSync(fresh, { recursive: true, force: true });
    return { made: [], kept: taken.size, removed: 0 };
  }
  // Pictures are written before the pages that show them: the site may be served while it changes.
  made.sort((a, b) => Number(isPage(a.path)) - Number(isPage(b.path)));
  manifest.apply(fresh, made, gone, siteFacts(publication, settings.atFault), settings.noteShown);
  rmSync(fresh, { recursive: true, force: true });
  const order = new Map(planned.map(({ path }, index) => [path, index]));
  const pages = made
    .map(({ bytes }) => bytes)
    .filter(({ file }) => isPage(file))
    .sort((a, b) => (order.get(a.file) ?? 0) - (order.get(b.file) ?? 0));
  return { made: pages, kept: planned.length - due.length, removed: gone.length };
}

/** Whether a file takes work to make, so that it is worth keeping for other builds. */
function isOutput(file: Planned): boolean {
  return 'page' in file || 'make' in file;
}

function pagesAmong(files: readonly Planned[]): Page[] {
  return files.flatMap((file) => ('page' in file ? file.page : []));
}

/** What a server needs to know besides the files. */
export function siteFacts(publication: Publication, atFault: readonly string[]): SiteFacts {
  const { site, now } = publication;
  const editions = editionsOf(publication);
  const redirects = Object.fromEntries(editions.flatMap(redirectsOf));
  // The articles of other languages have the language before their slugs.
  const texts = Object.fromEntries(
    editions.flatMap((edition) =>
      Object.entries(edition.texts).map(([slug, text]) => [`${edition.site.prefix}${slug}`, text]),
    ),
  );
  return { url: site.url, redirects, asOf: now, texts, atFault };
}

function plannedPages(publication: Publication, { code }: PressSettings): Planned[] {
  const short = shortName(code);
  return pagesOf(publication).flatMap((page) => {
    const before = plannedBefore.get(page);
    if (before?.short === short) return before.planned;
    const planned =
      page.route === routes.search ? [] : [{ path: page.file, madeFrom: `${short} ${page.madeFrom}`, page }];
    plannedBefore.set(page, { short, planned });
    return planned;
  });
}

/** The last plans of pages: a resident build plans nearly all of them again. */
const plannedBefore = new WeakMap<Page, { short: string; planned: Planned[] }>();

/** The machine-readable files of the publication. */
function plannedFiles(publication: Publication, { code }: PressSettings): Planned[] {
  return machineFiles(publication).map(({ file, madeFrom, make }) => ({
    path: file,
    madeFrom: `${shortName(code)} ${madeFrom}`,
    make: () => make(publication),
  }));
}

/** A shortened digest, which is still unique: it is stored for many thousand files. */
function shortName(digest: string): string {
  return digest.slice(0, 20);
}

/** The copies of pictures; identical files with the same name count once. */
function plannedPictures(editions: readonly Publication[], { pictures: store }: PressSettings): Planned[] {
  const planned = editions
    .flatMap(({ pictures }) => pictures)
    .flatMap((use) =>
      copiesOf(use.image).map((copy): Planned => {
        const from = store.fileOf(use, copy);
        return { path: routes.picture(copy).slice(1), madeFrom: basename(from), copyOf: from };
      }),
    );
  return [...new Map(planned.map((file) => [file.path, file])).values()];
}

function plannedFonts({ site: { look } }: Publication): Planned[] {
  return (look?.fonts ?? []).map((font) => {
    return { path: routes.font(font).slice(1), madeFrom: font.digest, copyOf: font.file };
  });
}

function plannedLogo({ site: { logo } }: Publication): Planned[] {
  return logo ? [{ path: 'logo.svg', madeFrom: digestOf(logo.svg), bytes: Buffer.from(logo.svg) }] : [];
}

/** The desk, if the publication asks for one; nothing of it is loaded otherwise. */
async function plannedDesk({ site: { desk, ...site } }: Publication, root: string): Promise<Planned[]> {
  if (!desk) return [];
  const { deskFiles } = await import('../desk/desk-files.ts');
  return deskFiles({ ...site, desk }, root).map(({ path, madeFrom, bytes }) => ({ path, madeFrom, bytesOf: bytes }));
}

function isPage(path: string): boolean {
  return path.endsWith('.html');
}

function plannedPublicFiles(root: string): Planned[] {
  const dir = join(root, 'public');
  return globSync('**', { cwd: dir })
    .filter((path) => statSync(join(dir, path)).isFile())
    .map((path) => {
      const bytes = readFileSync(join(dir, path));
      return { path, madeFrom: digestOf('public', bytes), bytes };
    });
}

function contentOf(
  file: { make: () => string } | { bytes: Buffer } | { bytesOf: () => Buffer } | { copyOf: string },
): Buffer {
  if ('make' in file) return Buffer.from(file.make());
  if ('bytesOf' in file) return file.bytesOf();
  return 'bytes' in file ? file.bytes : readFileSync(file.copyOf);
}

function digestOf(...parts: (string | Buffer)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
}

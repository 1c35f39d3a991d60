import { createHash } from 'node:crypto';
import { globSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { filesOf } from '../formats/file-list.ts';
import { copiesOf } from '../model/picture-copies.ts';
import { routes } from '../model/urls.ts';
import { atMost } from '../processes/at-most.ts';
import { everyTwoSeconds } from '../processes/throttled-progress.ts';
import { handOver } from '../publication/current-publication.ts';
import { type Page, pagesOf } from '../publication/page-list.ts';
import type { Publication } from '../publication/publish.ts';
import { redirectsOf } from '../publication/redirects.ts';
import { cardPaths } from './cache/card-store.ts';
import { keptIcons } from './cache/icon-store.ts';
import type { Entry, SiteFacts } from './cache/manifest.ts';
import type { PictureStore } from './cache/picture-store.ts';
import { isOfSearch, type Pressed, type StageSettings } from './cache/stage.ts';
import { isText, type Quality } from './page/compress.ts';
import type { PageBytes } from './page/page-table.ts';
import { renderPage, type WrittenFile, writeFile } from './page/render-page.ts';
import { worthWorkers } from './workers.ts';

/** How many files are compressed at once; more would only take memory. */
const encodersAtOnce = 8;

/**
 * Feeds and sitemaps are long and change with every article: they keep brotli's quick way, unless all files are to be
 * compressed as far as it goes.
 */
const qualityOfFiles: Quality = 6;

export type PressSettings = StageSettings & {
  /** The project's folder. */
  root: string;
  /** Has the copies of all pictures of the publication. */
  pictures: PictureStore;
  /** Makes many files in a folder, in several processes. */
  makeMany: (work: ManyFiles, fresh: string, done: (file: WrittenFile) => void) => Promise<void>;
  /** How many files of a large site are compressed further at the end, if they had only been compressed quickly. */
  raise: number;
  /** The articles that are shown as they were before because they are at fault. */
  atFault: readonly string[];
  /** Notes what readers see, in one step with the entries of its files. */
  noteShown: () => void;
};

/** Pages to be rendered, and files that are no pages by their paths, with the quality of either. */
export type ManyFiles = { pages: readonly Page[]; files: readonly string[]; quality: Quality; qualityOfFiles: Quality };

/** A file of the site before it is made: what it will be made from, and how. */
type Planned = { path: string; madeFrom: string } & (
  | { page: Page }
  | { make: () => string }
  | { bytes: Buffer }
  | { copyOf: string }
);

/**
 * Brings the finished site up to date with a publication: has Next render the pages whose content or code has changed,
 * finishes each, and puts them into `out` when all of them are there; takes out what no longer exists. The search stays as
 * it is: `pressSearch` comes after this.
 *
 * A build of nothing but changes gives the same files as a build from nothing, to the byte; their compressed siblings
 * once decoded.
 *
 * @throws WorkError where a page does not answer as it must; `out` stays as it was.
 */
export async function press(publication: Publication, settings: PressSettings): Promise<Pressed> {
  const { root, workshop, manifest, say } = settings;
  const icons = await keptIcons(publication.site, workshop, settings.code);
  const planned: Planned[] = [
    ...plannedPages(publication, settings),
    ...plannedFiles(publication, settings),
    ...plannedPictures(publication, settings),
    ...plannedFonts(publication),
    ...icons.map(({ name, file, digest }) => ({ path: name, madeFrom: digest, copyOf: file })),
    ...plannedLogo(publication),
    ...plannedPublicFiles(root),
  ];
  const before = manifest.entries();
  const due = planned.filter(({ path, madeFrom }) => before.get(path)?.madeFrom !== madeFrom);
  // Cards and the search are made after the pages; what is left of articles that are gone goes with these.
  const wanted = new Set([...planned.map(({ path }) => path), ...cardPaths(publication)]);
  const gone = manifest.unwanted(wanted).filter((path) => !isOfSearch(path));

  const fresh = join(workshop.dir, 'new');
  rmSync(fresh, { recursive: true, force: true });
  handOver(publication);
  const duePages = due.flatMap((file) => ('page' in file ? file.page : []));
  const isMany = duePages.length >= worthWorkers;
  // Of many pages brotli takes its quick way at first: its slow one would take longer than all else.
  const quality: Quality = isMany ? 6 : 11;
  if (due.length > 0) say(`Pressing ${due.length} of ${planned.length} files …`);
  const tell = everyTwoSeconds(say);
  const made: (Entry & { bytes: PageBytes })[] = [];
  const qualityOf = (file: Planned): Quality => ('make' in file ? qualityOfFiles : isText(file.path) ? quality : 11);
  const known = new Map(due.map((file) => [file.path, { madeFrom: file.madeFrom, quality: qualityOf(file) }]));
  const note = ({ bytes, ...written }: WrittenFile) => {
    const { file: path } = bytes;
    made.push({ ...written, path, ...(known.get(path) ?? { madeFrom: '', quality }), bytes });
    tell(() => `${made.length} of ${due.length} files are done …`);
  };
  if (isMany) {
    const files = due.filter((file) => 'make' in file).map(({ path }) => path);
    await settings.makeMany({ pages: duePages, files, quality, qualityOfFiles }, fresh, note);
  }
  const encoders = atMost(encodersAtOnce);
  for (const file of due) {
    if (isMany && ('page' in file || 'make' in file)) continue;
    const bytes = 'page' in file ? await renderPage(await settings.server(), file.page) : contentOf(file);
    // While the thread pool compresses a file, Next renders the next one.
    await encoders.add(async () => note(await writeFile(fresh, file.path, bytes, qualityOf(file))));
  }
  await encoders.done();
  // Pictures come before the pages that show them: the site may be served while it changes.
  made.sort((a, b) => Number(isPage(a.path)) - Number(isPage(b.path)));
  manifest.apply(fresh, made, gone, siteFacts(publication, settings.atFault), settings.noteShown);
  const raised = await raise(settings, fresh);
  rmSync(fresh, { recursive: true, force: true });
  const order = new Map(planned.map(({ path }, index) => [path, index]));
  const pages = made
    .map(({ bytes }) => bytes)
    .filter(({ file }) => isPage(file))
    .sort((a, b) => (order.get(a.file) ?? 0) - (order.get(b.file) ?? 0));
  return { made: pages, kept: planned.length - due.length, removed: gone.length, raised };
}

/** Compresses files the slow way that had the quick one, as many as the settings ask for; answers with how many. */
async function raise({ out, manifest, raise: limit, say }: PressSettings, fresh: string): Promise<number> {
  const isMeant = (path: string) => isPage(path) || limit === Number.POSITIVE_INFINITY;
  const low = [...manifest.entries().values()]
    .filter(({ path, quality }) => quality === 6 && isMeant(path))
    .slice(0, limit);
  const tell = everyTwoSeconds(say);
  const encoders = atMost(encodersAtOnce);
  const raised: Entry[] = [];
  for (const entry of low) {
    await encoders.add(async () => {
      const { encodings } = await writeFile(fresh, entry.path, readFileSync(join(out, entry.path)), 11);
      raised.push({ ...entry, encodings, quality: 11 });
      tell(() => `${raised.length} of ${low.length} files are compressed further …`);
    });
  }
  await encoders.done();
  manifest.apply(fresh, raised, []);
  return low.length;
}

/** What whoever serves the site has to know beside its files. */
export function siteFacts(publication: Publication, atFault: readonly string[]): SiteFacts {
  const { site, now, texts } = publication;
  return { url: site.url, redirects: Object.fromEntries(redirectsOf(publication)), asOf: now, texts, atFault };
}

function plannedPages(publication: Publication, { code }: PressSettings): Planned[] {
  return pagesOf(publication)
    .filter(({ file }) => !isOfSearch(file))
    .map((page) => ({ path: page.file, madeFrom: `${shortName(code)} ${page.madeFrom}`, page }));
}

/** What machines read of the publication. */
function plannedFiles(publication: Publication, { code }: PressSettings): Planned[] {
  return filesOf(publication).map(({ file, madeFrom, make }) => ({
    path: file,
    madeFrom: `${shortName(code)} ${madeFrom}`,
    make: () => make(publication),
  }));
}

/** A digest in fewer characters, which are enough to tell one from another: it is noted for many thousand files. */
function shortName(digest: string): string {
  return digest.slice(0, 20);
}

/** The copies of pictures; two files of one name that hold the same are one. */
function plannedPictures({ pictures }: Publication, { pictures: store }: PressSettings): Planned[] {
  const planned = pictures.flatMap((use) =>
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

function contentOf(file: { make: () => string } | { bytes: Buffer } | { copyOf: string }): Buffer {
  if ('make' in file) return Buffer.from(file.make());
  return 'bytes' in file ? file.bytes : readFileSync(file.copyOf);
}

function digestOf(...parts: (string | Buffer)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
}

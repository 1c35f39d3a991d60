import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { IndexFile } from 'pagefind';
import type { Teaser } from '../../model/model.ts';
import { routes, urlsOf } from '../../model/urls.ts';
import { inOneStep } from '../../processes/in-one-step.ts';
import { inThread } from '../../processes/in-thread.ts';
import { handOverSearch } from '../../publication/current-search.ts';
import { editionsOf } from '../../publication/editions.ts';
import { pagesOf } from '../../publication/pages/page-list.ts';
import type { Publication } from '../../publication/publish.ts';
import type { BuildCache } from '../cache/build-cache.ts';
import type { Entry } from '../cache/manifest.ts';
import { isOfSearch, type Pressed, type StageSettings } from '../cache/stage.ts';
import { keepFile, takeFile } from '../outputs/kept-file.ts';
import type { PageBytes } from '../page/page-table.ts';
import { renderPage, type WrittenFile, writeFile } from '../page/render-page.ts';
import type { IndexSettings } from './index-thread.ts';
import { pageDocument } from './search-document.ts';
import { indexOf, searchRuntime } from './search-index.ts';
import { searchTexts } from './search-texts.ts';
import { type TimePart, timeParts } from './time-parts.ts';

/**
 * The most articles in an index. Pagefind rebuilds a whole index for one changed article and needs 0.26 MB of memory for
 * each; a browser opens all indexes, at a few kilobytes each. Figures: docs/performance.md.
 */
const mostInPart = 300;

/** What the search adds to a build: its page if it was made, and how many files were kept and removed. */
type Searched = Omit<Pressed, 'raised'>;

/** A part of the search, whose files are in a folder named for their content. */
type Part = { name: string; madeFrom: string; make: () => Promise<IndexFile[]> };

/** A finished part: its folder, inside that of the search, and the paths of its files. */
type MadePart = { folder: string; files: string[] };

/**
 * Updates the search: an index for each span of time and one for the publication's own pages, the program that opens them,
 * and the search page, which names them all. An index is made again if a search in it would find something else.
 *
 * Only the page ever changes in place: the folder of an index is named for its content, so an open page finds its files as
 * long as they exist. New ones are written before the page that names them, and old ones deleted after it.
 *
 * @throws WorkError if an index cannot be made; the search is not changed.
 */
export async function pressSearch(
  publication: Publication,
  settings: StageSettings,
  prepared: PreparedSearch,
): Promise<Searched> {
  const kept = keptParts(settings.buildCache);
  const parts: MadePart[] = [];
  const all: Searched = { made: [], kept: 0, removed: 0 };
  for (const edition of editionsOf(publication)) {
    const { made, searched } = await pressSearchIn(edition, prepared.get(edition) ?? [], kept, settings);
    parts.push(...made);
    all.made.push(...searched.made);
    all.kept += searched.kept;
    all.removed += searched.removed;
  }
  if (!settings.share) kept.keepOnly(parts);
  return all;
}

/** Updates the search in one language. */
async function pressSearchIn(
  publication: Publication,
  parts: readonly Part[],
  kept: ReturnType<typeof keptParts>,
  settings: StageSettings,
): Promise<{ made: MadePart[]; searched: Searched }> {
  const { buildCache, encode, manifest, code, server, say, outputs, share } = settings;
  const { prefix } = publication.site;
  const urls = urlsOf(publication.site);
  const fresh = join(buildCache.dir, 'new');
  rmSync(fresh, { recursive: true, force: true });
  const written: (Entry & { bytes: PageBytes })[] = [];
  const note = (madeFrom: string, file: WrittenFile) =>
    written.push({ ...file, path: file.bytes.file, madeFrom, quality: 11 });

  const made: MadePart[] = [];
  for (const part of share ? parts.filter(({ name }) => share(name)) : parts) {
    const before = share ? undefined : finished(part, kept, manifest);
    if (before) {
      made.push(before);
      continue;
    }
    const index = await takenOrMade(part, outputs, say);
    if (share) continue;
    const folder = `${prefix}search/${part.name.slice(prefix.length)}-${contentDigest(index)}`;
    for (const { path, content } of index) {
      note(folder, await writeFile(fresh, `${folder}/${path}`, Buffer.from(content), 11, encode));
    }
    const now = { folder, files: index.map(({ path }) => `${folder}/${path}`) };
    kept.put(part, now);
    made.push(now);
  }

  if (share) return { made: [], searched: { made: [], kept: 0, removed: 0 } };
  const [runtime = '', ...indexes] = made.map(({ folder }) => urls.shared(`/${folder}/`));
  handOverSearch({ runtime, indexes });
  const page = pagesOf(publication).find(({ route }) => route === routes.search);
  if (page) {
    const madeFrom = digestOf(code, JSON.stringify([page.madeFrom, runtime, indexes]));
    if (manifest.madeFrom().get(page.file) !== madeFrom) {
      const action = { path: page.file, madeFrom, quality: 11 } as const;
      const taken = outputs && (await takeFile(outputs, fresh, action));
      const made = taken ?? (await writeFile(fresh, page.file, await renderPage(await server(), page), 11, encode));
      if (outputs && !taken) await keepFile(outputs, fresh, action, made);
      note(madeFrom, made);
    }
  }
  const wanted = new Set([...(page ? [page.file] : []), ...made.flatMap(({ files }) => files)]);
  const gone = manifest.unwanted(wanted).filter((path) => isOfSearch(path, [publication]));
  manifest.apply(fresh, written, gone);
  rmSync(fresh, { recursive: true, force: true });
  const searched: Searched = {
    made: written.map(({ bytes }) => bytes).filter(({ file }) => file === page?.file),
    kept: wanted.size - written.length,
    removed: gone.length,
  };
  return { made, searched };
}

/** The files of a part, from the cache of outputs or made and kept there. */
async function takenOrMade(
  { name, madeFrom, make }: Part,
  outputs: StageSettings['outputs'],
  say: StageSettings['say'],
): Promise<IndexFile[]> {
  const found = await outputs?.take('search', madeFrom);
  if (found) return [...found].map(([path, content]) => ({ path, content }));
  say(`Making the search index: ${name} …`);
  const index = await make();
  await outputs?.keep('search', madeFrom, new Map(index.map(({ path, content }) => [path, content])));
  return index;
}

/** A part as the last build made it; `undefined` if it must be made. */
function finished(
  part: Part,
  kept: ReturnType<typeof keptParts>,
  manifest: StageSettings['manifest'],
): MadePart | undefined {
  const before = kept.get(part);
  const madeFrom = manifest.madeFrom();
  return before?.files.every((path) => madeFrom.get(path) === before.folder) ? before : undefined;
}

/** The parts of the search in each language. */
export type PreparedSearch = ReadonlyMap<Publication, readonly Part[]>;

/** At most this many parts are made while other work goes on: each needs a program, and memory. */
const aheadAtOnce = 2;

/**
 * Finds out which parts the search has, and begins to make those that an edit has changed: other programs and threads do so while
 * this process renders pages. If many are due, as at first, {@link pressSearch} makes one after the other.
 */
export async function prepareSearch(publication: Publication, settings: StageSettings): Promise<PreparedSearch> {
  const { buildCache, manifest } = settings;
  await manifest.compare();
  const kept = keptParts(buildCache);
  const prepared = new Map(editionsOf(publication).map((edition) => [edition, partsOf(edition, settings)]));
  const due = [...prepared.values()].flat().filter((part) => !finished(part, kept, manifest));
  // If one fails, the stage that needs it reports so.
  if (due.length <= aheadAtOnce && !settings.outputs) for (const part of due) part.make().catch(() => {});
  return prepared;
}

/** The parts of the search: the program and the pages, then those by time, newest first. */
function partsOf(publication: Publication, { out, buildCache, code }: StageSettings): Part[] {
  const { site, articles, pages } = publication;
  const { lang, timeZone } = site;
  const { language } = new Intl.Locale(lang);
  const urls = urlsOf(site);
  const texts = searchTexts(publication, buildCache, code);
  const timePart = ({ name, articles: ofPart }: TimePart<Teaser>): Part => {
    // Pagefind's files depend on the order.
    const sorted = ofPart.toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
    const facts = sorted.map((article) => [urls.article(article.slug), texts.digestOf(article)]);
    const make = () => {
      const documents = sorted.map((article) => ({ url: urls.article(article.slug), key: texts.keyOf(article) }));
      const settings: IndexSettings = { out, language, articles: documents };
      return inThread<IndexFile[]>(join(import.meta.dirname, 'index-thread.ts'), settings);
    };
    return { name, madeFrom: digestOf(code, language, JSON.stringify(facts)), make };
  };
  const pagesPart = (): Part => {
    const documents = pages.map((page) => ({ url: urls.staticPage(page.id), html: pageDocument(page, lang) }));
    return {
      name: 'pages',
      madeFrom: digestOf(code, language, JSON.stringify(documents)),
      make: () => indexOf(documents, language),
    };
  };
  return inOneStep(buildCache.db, () => {
    texts.keepOnly(articles);
    const parts = [
      { name: 'runtime', madeFrom: digestOf(code, language), make: () => searchRuntime(language) },
      ...timeParts(articles, mostInPart, timeZone).map(timePart),
      ...(pages.length > 0 ? [pagesPart()] : []),
    ];
    // Each language has its own, under one name for each.
    return parts.map((part) => ({ ...part, name: `${site.prefix}${part.name}`, make: once(part.make) }));
  });
}

/** The parts of the last build. */
function keptParts({ db }: Pick<BuildCache, 'db'>) {
  const select = db.prepare('SELECT folder, files FROM search_indexes WHERE name = ? AND made_from = ?');
  const insert = db.prepare('INSERT OR REPLACE INTO search_indexes VALUES (?, ?, ?, ?)');
  const selectAll = db.prepare('SELECT name, folder FROM search_indexes');
  const remove = db.prepare('DELETE FROM search_indexes WHERE name = ?');
  return {
    get: ({ name, madeFrom }: Part): MadePart | undefined => {
      const row = select.get(name, madeFrom);
      return row && { folder: String(row['folder']), files: JSON.parse(String(row['files'])) as string[] };
    },
    put: ({ name, madeFrom }: Part, { folder, files }: MadePart) => {
      insert.run(name, madeFrom, folder, JSON.stringify(files));
    },
    keepOnly: (parts: readonly MadePart[]) => {
      const folders = new Set(parts.map(({ folder }) => folder));
      for (const { name, folder } of selectAll.all()) {
        if (!folders.has(String(folder))) remove.run(String(name));
      }
    },
  };
}

/** Calls a function at most once. */
function once<Result>(make: () => Promise<Result>): () => Promise<Result> {
  let made: Promise<Result> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Identifies the content of files and their paths. */
function contentDigest(files: readonly IndexFile[]): string {
  const hash = createHash('sha256');
  for (const { path, content } of files) hash.update(path).update('\0').update(content).update('\0');
  return hash.digest('hex').slice(0, 16);
}

function digestOf(...parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

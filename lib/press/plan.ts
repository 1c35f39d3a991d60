import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { machineFiles } from '../formats/machine-files.ts';
import { type PictureUse, workOf } from '../model/model.ts';
import { copiesOf } from '../model/picture-copies.ts';
import { routes } from '../model/urls.ts';
import { editionsOf } from '../publication/editions.ts';
import { type Page, pagesOf, pagesOfArticle } from '../publication/pages/page-list.ts';
import type { Publication } from '../publication/publish.ts';
import type { BuildCache } from './cache/build-cache.ts';
import { cachedIcons } from './cache/icon-store.ts';
import type { PictureStore } from './cache/picture-store.ts';

/** A planned file of the site: what it will be made from, and how. */
export type Planned = { path: string; madeFrom: string } & (
  | { page: Page }
  | { make: () => string }
  | { bytes: Buffer }
  | { bytesOf: () => Buffer }
  | { copyOf: string }
);

type PlanSettings = {
  /** The project's folder. */
  root: string;
  buildCache: BuildCache;
  /** Has the copies of all pictures of the publication. */
  pictures: PictureStore;
  /** Identifies all code that finished pages depend on. */
  code: string;
};

/**
 * Lists the files of a site, apart from cards and the search, which have stages of their own. Nothing is made but the icons that
 * the cache does not have.
 */
export async function planSite(publication: Publication, settings: PlanSettings): Promise<Planned[]> {
  const { root, buildCache, pictures, code } = settings;
  const editions = editionsOf(publication);
  const icons = await cachedIcons(publication.site, buildCache, code);
  return [
    ...editions.flatMap((edition) => plannedPages(pagesOf(edition), code)),
    ...editions.flatMap((edition) => plannedFiles(edition, code)),
    ...plannedPictures(
      editions.flatMap((edition) => edition.pictures),
      pictures,
    ),
    ...plannedFonts(publication),
    ...icons.map(({ name, file, digest }) => ({ path: name, madeFrom: digest, copyOf: file })),
    ...plannedLogo(publication),
    ...plannedPublicFiles(root),
    ...(await plannedDesk(publication, root)),
  ];
}

/**
 * Lists the pages of some articles and the pictures that these show: a few of the files of {@link planSite}, found without planning
 * all others.
 *
 * @param folders The names of their folders; those without a published article do not count.
 */
export function planArticles(
  publication: Publication,
  folders: ReadonlySet<string>,
  { pictures, code }: Pick<PlanSettings, 'pictures' | 'code'>,
): Planned[] {
  return editionsOf(publication).flatMap((edition) => {
    const articles = edition.articles.filter((article) => folders.has(workOf(article)));
    if (articles.length === 0) return [];
    const digests = new Set(articles.flatMap(({ slug }) => Object.values(edition.text(slug)?.pictures ?? {})));
    const shown = [
      ...edition.pictures.filter(({ digest }) => digests.has(digest)),
      ...edition.authors.flatMap(({ picture }) => picture ?? []),
    ];
    return [
      ...plannedPictures(shown, pictures),
      ...plannedPages(
        articles.flatMap((article) => pagesOfArticle(edition, article)),
        code,
      ),
    ];
  });
}

/** Whether a file takes work to make, so that it is worth keeping for other builds. */
export function isOutput(file: Planned): boolean {
  return 'page' in file || 'make' in file;
}

/** The pages among planned files. */
export function pagesAmong(files: readonly Planned[]): Page[] {
  return files.flatMap((file) => ('page' in file ? file.page : []));
}

/** The bytes of a planned file that is no page. */
export function contentOf(
  file: { make: () => string } | { bytes: Buffer } | { bytesOf: () => Buffer } | { copyOf: string },
): Buffer {
  if ('make' in file) return Buffer.from(file.make());
  if ('bytesOf' in file) return file.bytesOf();
  return 'bytes' in file ? file.bytes : readFileSync(file.copyOf);
}

function plannedPages(pages: readonly Page[], code: string): Planned[] {
  const short = shortName(code);
  return pages.flatMap((page) => {
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
function plannedFiles(publication: Publication, code: string): Planned[] {
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
function plannedPictures(pictures: readonly PictureUse[], store: PictureStore): Planned[] {
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

/** The desk, if the publication asks for one; nothing of it is loaded otherwise. */
async function plannedDesk({ site: { desk, ...site } }: Publication, root: string): Promise<Planned[]> {
  if (!desk) return [];
  const { deskFiles } = await import('../desk/desk-files.ts');
  return deskFiles({ ...site, desk }, root).map(({ path, madeFrom, bytes }) => ({ path, madeFrom, bytesOf: bytes }));
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

function digestOf(...parts: (string | Buffer)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
}

import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { checkPictures } from '../check/check-pictures.ts';
import { faultsIn } from '../content/faults.ts';
import { type ReadContent, readContent } from '../content/load-content.ts';
import { unrecordedChanges } from '../content/unrecorded.ts';
import { type WithoutFaults, withoutFaults } from '../content/without-faults.ts';
import { type PictureUse, workOf } from '../model/model.ts';
import type { Instant } from '../model/moment.ts';
import { ContentError, isError, type Problem } from '../model/problem.ts';
import { isTakenName } from '../model/taken-names.ts';
import { prefixOf, routes } from '../model/urls.ts';
import { articleCache } from '../press/cache/article-cache.ts';
import { passingDatabase, readBuildCache } from '../press/cache/build-cache.ts';
import { parsingDigest } from '../press/cache/code-digest.ts';
import { findingsInMemory } from '../press/cache/findings.ts';
import { quiet, watchFolder } from '../processes/watch-folder.ts';
import { handOverPreview } from '../publication/current-publication.ts';
import { editionsOf } from '../publication/editions.ts';
import { type Publication, previewUnpublished } from '../publication/publish.ts';
import { changesAhead } from '../publication/schedule.ts';

/** The last reading of the content. */
export type Reading = {
  /** Identifies what is shown: another revision shows something else. */
  revision: string;
  /** Every error; empty if there are none. */
  problems: readonly Problem[];
  /** Routes at which problems replace a page and all pages below it; `/` if no page can be shown. */
  faults: ReadonlyMap<string, readonly Problem[]>;
  /** Problems of what is shown that would stop a build. */
  warnings: readonly Problem[];
  /** What is shown, without faulty content; if nothing can be shown, that of the previous reading, or `undefined`. */
  publication: Publication | undefined;
};

export type PreviewSettings = {
  content: string;
  /** The output folder: articles that its last build has parsed are not parsed again. */
  out?: string;
  /** The instant that is previewed: the clock, or one that stands still. */
  now: () => Instant;
  /** Receives each reading after the first. */
  changed: (reading: Reading) => void;
};

/** A preview that follows its content. */
export type OpenPreview = { latest: () => Reading; close: () => Promise<void> };

/** The longest delay of a timer. */
const longest = 2 ** 31 - 1;

/**
 * Reads the content and provides a preview of it to the pages of this process: at once, after each change, and when an
 * embargo ends or an article expires. Writes nothing.
 *
 * Faulty articles are left out, and so is a language with errors in its `site.ar.md` or `front.ar.md`; while `site.md` has errors,
 * the pages keep the previous preview.
 *
 * @throws ContentError if there is no such folder.
 */
export async function openPreview({ content, out, now, changed }: PreviewSettings): Promise<OpenPreview> {
  const { ofBuild, code } = builtBefore(out);
  const store = articleCache({ db: passingDatabase() }, content, code, { ofBuild });
  const tried = findingsInMemory();
  const began = Date.now();
  let count = 0;
  let publication: Publication | undefined;
  /** The last slugs of articles, by their folders after the prefix of their language: a fault may be in front of one. */
  const addresses = new Map<string, string>();
  let suspects: ReadonlySet<string> | 'all' = 'all';
  let pause: NodeJS.Timeout | undefined;
  let alarm: NodeJS.Timeout | undefined;

  const again = () => {
    latest = read();
    changed(latest);
    void lookAtPictures(latest);
  };
  /** Adds pictures that cannot be decoded to the warnings, once they have been tried; a build would stop at them. */
  const lookAtPictures = async (reading: Reading) => {
    const broken = await checkPictures(picturesOf(reading), tried, '');
    if (broken.length === 0 || latest !== reading || reading.problems.length > 0) return;
    latest = { ...reading, warnings: [...reading.warnings, ...broken] };
    changed(latest);
  };
  const read = (): Reading => {
    store.suspect(suspects);
    suspects = new Set();
    count += 1;
    const revision = `${began}-${count}`;
    const instant = now();
    const found = readContent(content, store);
    const sound = withoutFaults(found, undefined, instant);
    const { content: whole, errors } = sound;
    if (!whole) {
      // The next change tries again.
      suspects = 'all';
      return { revision, problems: errors, faults: new Map([['/', errors]]), warnings: [], publication };
    }
    const preview = previewUnpublished(whole, instant);
    handOverPreview({ ...preview, revision });
    publication = preview.publication;
    clearTimeout(alarm);
    const [next] = changesAhead(whole, instant);
    if (next !== undefined) alarm = setTimeout(again, Math.min(Math.max(next - instant, 0), longest));
    const warnings = [
      ...found.problems.filter((problem) => !isError(problem)),
      ...[whole, ...whole.others].flatMap(({ articles }) => unrecordedChanges(articles, instant).filter(isError)),
    ];
    for (const { site, articles } of editionsOf(publication)) {
      for (const article of articles) addresses.set(`${site.prefix}${workOf(article)}`, article.slug);
    }
    const faults = new Map([
      ...faultsOf(found, sound, ''),
      ...found.others.flatMap((other) => {
        const own = sound.others.get(other.lang);
        return own ? faultsOf(other, own, prefixOf(other.lang)) : [];
      }),
    ]);
    return { revision, problems: errors, faults, warnings, publication };
  };
  /** The routes at which the problems of a language are shown. */
  const faultsOf = ({ lang, articles }: ReadContent, { missing, out, errors }: WithoutFaults, prefix: string) => {
    const aliases = new Map(articles.map(({ parsed }) => [parsed.slug, parsed.aliases]));
    const ofArticles = [...missing, ...out].flatMap(({ name, problems }) => {
      if (name.includes('/')) return [];
      // Without its own site.ar.md a language has no page.
      if (name.endsWith('.md')) return [[routes.home, problems] as const];
      const slugs = [name, addresses.get(`${prefix}${name}`) ?? name, ...(aliases.get(name) ?? [])];
      return slugs.map((slug) => [routes.article(slug), problems] as const);
    });
    return [...ofArticles, ...entryFaults(content, errors, prefix === '' ? undefined : lang)].map(
      ([route, problems]) => [`/${prefix}${route.slice(1)}`, problems] as const,
    );
  };
  let latest = read();
  void lookAtPictures(latest);
  if (latest.problems.some(({ code }) => code === 'content-missing')) throw new ContentError(latest.problems);

  const unfollow = await watchFolder(content, (slugs) => {
    suspects = slugs === 'all' || suspects === 'all' ? 'all' : suspects.union(slugs);
    clearTimeout(pause);
    pause = setTimeout(again, quiet);
  });
  return {
    latest: () => latest,
    close: async () => {
      await unfollow();
      clearTimeout(pause);
      clearTimeout(alarm);
      ofBuild?.close();
    },
  };
}

/** The database of the last build and the code that parses; without one, everything is parsed. */
function builtBefore(out: string | undefined): { ofBuild: DatabaseSync | undefined; code: string } {
  const without = { ofBuild: undefined, code: 'preview' };
  if (out === undefined) return without;
  try {
    return { code: parsingDigest(join(import.meta.dirname, '../..')), ofBuild: readBuildCache(out) };
  } catch {
    return without;
  }
}

function picturesOf({ publication }: Reading): PictureUse[] {
  return publication ? editionsOf(publication).flatMap(({ pictures }) => pictures) : [];
}

/** The problems of authors and topics in a language, by the routes of their pages there. */
function entryFaults(content: string, errors: readonly Problem[], language: string | undefined): [string, Problem[]][] {
  const pages: Record<string, (id: string) => string | undefined> = {
    authors: routes.author,
    topics: routes.topic,
    series: routes.series,
    // A page with the name of something of the site's own must not hide that.
    pages: (id) => (isTakenName(id) ? undefined : routes.staticPage(id)),
  };
  return [...faultsIn(content, errors, language).entries].flatMap(([name, problems]): [string, Problem[]][] => {
    const [folder = '', id = ''] = name.split('/');
    const route = pages[folder]?.(id);
    return route === undefined ? [] : [[route, problems]];
  });
}

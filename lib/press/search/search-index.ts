import type { IndexFile, PagefindIndex } from 'pagefind';
import { besideWords } from '../../markdown/handlers.ts';
import { WorkError } from '../../processes/work-error.ts';

/** A document of an index: its address, and its HTML. */
export type SearchDocument = { url: string; html: string };

/** The files that a browser needs to search any index, by Pagefind's names; its other files are for its own user interface. */
const runtimeFiles = /^(pagefind\.js|pagefind-entry\.json|wasm\.(?!unknown).*|.*\.pf_meta)$/;

/** The files of one index. */
const indexFiles = /^(pagefind-entry\.json|.*\.pf_\w+)$/;

/** A private-use character, which no keyboard has: no search finds it. */
const unsearchable = '\uE000';

/**
 * Makes an index of documents with Pagefind. The same documents in the same order give the same index, so they are added
 * one after the other.
 *
 * @param language The first part of a language tag: words are stemmed by the rules of this language. @throws WorkError
 *   in Pagefind's own words if it fails.
 */
export function indexOf(documents: Iterable<SearchDocument>, language: string): Promise<IndexFile[]> {
  return withIndex({ forceLanguage: language, excludeSelectors: besideWords }, indexFiles, async (index) => {
    for (const { url, html } of documents) refuse((await index.addHTMLFile({ url, content: html })).errors);
  });
}

/**
 * What a browser needs before it opens any index: Pagefind's program, and an index in which nothing is found. The indexes
 * of the articles are merged into that one, so the program's address does not depend on what is published.
 *
 * @throws WorkError in Pagefind's own words where it cannot be made.
 */
export function searchRuntime(language: string): Promise<IndexFile[]> {
  // Without a word there is no index, and without an index there is no program for its language.
  const settings = { forceLanguage: language, includeCharacters: unsearchable };
  return withIndex(settings, runtimeFiles, async (index) => {
    refuse((await index.addCustomRecord({ url: '/', content: unsearchable, language })).errors);
  });
}

/** The index that is being made. Pagefind has one program for all of a process, and closing it ends them all. */
let underWay: Promise<unknown> = Promise.resolve();

function withIndex(...args: Parameters<typeof makeIndex>): Promise<IndexFile[]> {
  const made = underWay.then(() => makeIndex(...args));
  underWay = made.catch(() => {});
  return made;
}

async function makeIndex(
  settings: { forceLanguage: string; includeCharacters?: string; excludeSelectors?: string[] },
  wanted: RegExp,
  fill: (index: PagefindIndex) => Promise<void>,
): Promise<IndexFile[]> {
  // Pagefind is a separate program, which most builds need not start.
  const { close, createIndex } = await import('pagefind');
  try {
    const { index, errors } = await createIndex(settings);
    refuse(errors);
    if (!index) return [];
    await fill(index);
    const made = await index.getFiles();
    refuse(made.errors);
    return made.files.filter(({ path }) => wanted.test(path)).sort((a, b) => (a.path < b.path ? -1 : 1));
  } catch (error) {
    if (error instanceof WorkError) throw error;
    refuse([error instanceof Error ? error.message : String(error)]);
    return [];
  } finally {
    await close();
  }
}

function refuse(errors: readonly string[]): void {
  if (errors.length === 0) return;
  throw new WorkError(`The search index cannot be made. Pagefind says: ${errors.join(' ')}`);
}

/** A part of an article in which words were found; the one before the first section has the article's own address. */
export type Passage = {
  title: string;
  url: string;
  excerpt: string;
  weighted_locations: readonly { balanced_score: number }[];
};

/** An article that was found. */
export type FoundArticle = {
  url: string;
  /** The best passage; the beginning if only headline, topic or day matched. */
  excerpt: string;
  meta: { title: string; topic: string; kind: string; day: string; date: string };
  sub_results: readonly Passage[];
};

/** The results of a search, the best first. */
export type Found = { results: readonly { id: string; data: () => Promise<FoundArticle> }[] };

/** The part of Pagefind's API (1.6) that we use. */
export type Engine = {
  mergeIndex: (path: string, options: object) => Promise<void>;
  search: (words: string, options: { filters: Record<string, string> }) => Promise<Found>;
};

/** Runs several queries and merges their results without duplicates, those of the first query first. */
export async function searchAll(engine: Engine, questions: readonly string[], filters: Record<string, string>) {
  const found = await Promise.all(questions.map((words) => engine.search(words, { filters })));
  const all = found.flatMap(({ results }) => results);
  return [...new Map(all.map((result) => [result.id, result])).values()];
}

type Program = { createInstance: (options: object) => Engine };

/**
 * Loads Pagefind's program and opens the indexes.
 *
 * It runs in the page rather than in a worker, which would be another file of 43 kB, and which pages with Trusted Types
 * may not start. The address of an index changes with its content, so no cache buster is needed.
 */
export async function openIndexes(runtime: string, indexes: readonly string[]): Promise<Engine> {
  const common = { baseUrl: '/', metaCacheTag: '', excerptLength: 28, excerptEllipsis: '…' };
  const program: Program = await import(`${runtime}pagefind.js`);
  const engine = program.createInstance({ ...common, basePath: runtime, noWorker: true });
  await Promise.all(indexes.map((path) => engine.mergeIndex(path, common)));
  return engine;
}

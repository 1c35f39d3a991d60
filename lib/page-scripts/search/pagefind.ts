/** A part of an article in which words were found; the one before the first section has the article's own address. */
export type Passage = {
  title: string;
  url: string;
  excerpt: string;
  weighted_locations: readonly { balanced_score: number }[];
};

/** An article in which words were found, as the index has it. */
export type FoundArticle = {
  url: string;
  /** The passage that fits best; the beginning where only headline, topic or day were found. */
  excerpt: string;
  meta: { title: string; topic: string; kind: string; day: string; date: string };
  sub_results: readonly Passage[];
};

/** What a search has found, the best first. */
export type Found = { results: readonly { id: string; data: () => Promise<FoundArticle> }[] };

/** What we use of Pagefind's program (1.6). */
export type Engine = {
  mergeIndex: (path: string, options: object) => Promise<void>;
  search: (words: string, options: { filters: Record<string, string> }) => Promise<Found>;
};

/** Asks several questions, and has what each finds once: the best of the first question first. */
export async function searchAll(engine: Engine, questions: readonly string[], filters: Record<string, string>) {
  const found = await Promise.all(questions.map((words) => engine.search(words, { filters })));
  const all = found.flatMap(({ results }) => results);
  return [...new Map(all.map((result) => [result.id, result])).values()];
}

type Program = { createInstance: (options: object) => Engine };

/**
 * Loads Pagefind's program and opens the indexes.
 *
 * It works in the page and not beside it: a worker would be one more file of 43 kB, and a page that asks for trusted types
 * may not start one. An index keeps its address for what is in it, so nothing is added to get past a cache.
 */
export async function openIndexes(runtime: string, indexes: readonly string[]): Promise<Engine> {
  const common = { baseUrl: '/', metaCacheTag: '', excerptLength: 28, excerptEllipsis: '…' };
  const program: Program = await import(`${runtime}pagefind.js`);
  const engine = program.createInstance({ ...common, basePath: runtime, noWorker: true });
  await Promise.all(indexes.map((path) => engine.mergeIndex(path, common)));
  return engine;
}

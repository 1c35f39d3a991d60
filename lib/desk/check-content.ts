import { memoryStore } from '../content/article-store.ts';
import { loadContent } from '../content/load-content.ts';
import type { Problem } from '../content/problem.ts';
import { type GlossaryNames, namesIn } from './glossary-names.ts';
import { reviewWith } from './review-texts.ts';

/** Every problem of a content folder, sorted by file and place. */
export function checkContent(dir: string): Problem[] {
  let names: GlossaryNames = { all: new Set(), speakers: [] };
  const memory = memoryStore();
  const store: typeof memory = {
    ...memory,
    catalogue: (settings, load) => {
      const loaded = memory.catalogue(settings, load);
      names = namesIn(loaded.catalogue.glossary);
      return loaded;
    },
  };
  return loadContent(
    dir,
    store,
    reviewWith(() => names),
  ).problems;
}

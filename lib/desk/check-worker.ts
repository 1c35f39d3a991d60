/** A process that parses and reviews articles for a check of many; ends when the check does. */
import { loadCatalogue } from '../content/load-catalogue.ts';
import { loadSite } from '../content/load-site.ts';
import { parseArticle } from '../content/parse-article.ts';
import { openFolder } from '../content/source-file.ts';
import { doBatches } from '../press/share-out.ts';
import type { CheckedBatch, CheckWorkerSettings } from './check-content.ts';
import { namesIn } from './glossary-names.ts';
import { reviewWith } from './review-texts.ts';

const { dir }: CheckWorkerSettings = JSON.parse(process.argv[2] ?? '{}');
const ignore = () => {};
const folder = openFolder(dir);
const { glossary } = loadCatalogue(folder, loadSite(folder, ignore), ignore);
const names = namesIn(glossary);
const site = loadSite(
  folder,
  ignore,
  reviewWith(() => names),
);
// No page is made here: texts are parsed and looked at, not rendered.
const unrendered = { ...site, renderer: { ...site.renderer, render: () => '' } };

doBatches(async ({ slugs }: { slugs: string[] }): Promise<CheckedBatch> => {
  return { articles: slugs.map((slug) => parseArticle(folder, slug, unrendered).parsed) };
});

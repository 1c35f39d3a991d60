import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { makeFolder } from '../processes/make-folder.ts';
import { WorkError } from '../processes/work-error.ts';
import { medianOf } from './compare.ts';
import { articleName, editArticle, writeCorpus } from './corpus.ts';

/** The version that npm fetches: it is not a dependency, because no check or build needs it. */
const astro = 'astro@7.3.5';

/** How long Astro's builds take, in milliseconds: all of it, and after one edit. */
export type AstroFigures = { articles: number; full: number; cold: number };

/** A site of bare pages: one for each article, with its texts one below the other. It says of each page what it is made from. */
const site: Record<string, string> = {
  'package.json': '{ "private": true, "type": "module" }',
  'astro.config.mjs': 'export default { experimental: { incrementalBuild: true } };',
  'src/content.config.ts': `
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
export const collections = {
  texts: defineCollection({ loader: glob({ pattern: '*/*.md', base: './content/articles' }) }),
};`,
  'src/pages/articles/[slug].astro': `---
import { getCollection, render } from 'astro:content';
export async function getStaticPaths() {
  const folders = Map.groupBy(await getCollection('texts'), ({ filePath }) => filePath.split('/').at(-2));
  return [...folders].map(([slug, texts]) => ({
    params: { slug },
    props: { texts: texts.sort((a, b) => (a.filePath < b.filePath ? -1 : 1)) },
    cacheKey: texts.map(({ digest }) => digest).join(' '),
  }));
}
const texts = await Promise.all(
  Astro.props.texts.map(async (text) => ({ ...text.data, Content: (await render(text)).Content })),
);
const title = texts.find(({ standfirst }) => standfirst)?.title;
---
<html lang="en">
  <head><meta charset="utf-8" /><title>{title}</title></head>
  <body>{texts.map(({ title, Content }) => <section><h2>{title}</h2><Content /></section>)}</body>
</html>`,
};

/**
 * Measures Astro's incremental build of the corpora that our own builds are measured with. It makes a bare page of each article:
 * no lists, cards, search, maps or files for machines, and no check.
 *
 * @param source The content folder that has the article of the corpora.
 * @param say Receives what is being done, a line at a time.
 * @throws WorkError if npm cannot fetch Astro, or Astro cannot build.
 */
export async function measureAstro(
  source: string,
  sizes: readonly number[],
  say: (line: string) => void,
): Promise<AstroFigures[]> {
  // Outside this project, whose packages Astro would find.
  const dir = mkdtempSync(join(realpathSync(tmpdir()), 'standfirst-astro-'));
  try {
    for (const [path, text] of Object.entries(site)) {
      makeFolder(dirname(join(dir, path)));
      writeFileSync(join(dir, path), text);
    }
    say(`Fetching ${astro} …`);
    await run(dir, 'npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', astro]);
    const all: AstroFigures[] = [];
    for (const articles of sizes) {
      say(`Measuring ${astro} with ${articles} ${articles === 1 ? 'article' : 'articles'} …`);
      all.push(await measureSize(source, dir, articles));
    }
    return all;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

async function measureSize(source: string, dir: string, articles: number): Promise<AstroFigures> {
  const content = join(dir, 'content');
  for (const made of ['content', 'dist', '.astro', 'node_modules/.astro'])
    rmSync(join(dir, made), { recursive: true, force: true });
  mkdirSync(content);
  writeCorpus(source, content, articles);
  const build = async () => {
    const began = performance.now();
    await run(dir, process.execPath, ['node_modules/astro/bin/astro.mjs', 'build']);
    return performance.now() - began;
  };
  const full = await build();
  const edits: number[] = [];
  const middle = Math.floor(articles / 2);
  for (let edit = 0; edit < 3; edit++) {
    editArticle(content, middle);
    await setTimeout(500);
    edits.push(await build());
  }
  const page = readFileSync(join(dir, 'dist/articles', articleName(middle), 'index.html'), 'utf8');
  if (page.split('One more sentence.').length !== edits.length + 1)
    throw new WorkError(`${astro} left an edit out of its page: the figures would mean nothing.`);
  return { articles, full, cold: medianOf(edits) };
}

async function run(cwd: string, command: string, args: readonly string[]): Promise<void> {
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' };
  await promisify(execFile)(command, args, { cwd, env, maxBuffer: 64 * 1024 * 1024 }).catch((error: unknown) => {
    // The first line of it repeats the command.
    const said = error instanceof Error ? error.message.trim().split('\n').slice(1, 5).join('\n') : error;
    throw new WorkError(`${astro} cannot be measured: ${command} ${args.join(' ')} failed.\n${said}`);
  });
}

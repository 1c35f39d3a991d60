import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Compared, compare, medianOf, ratioOf } from '../bench/compare.ts';
import { type Figures, measure } from '../bench/measure.ts';
import { checkOut, commitOf } from '../bench/other-code.ts';
import { openFolder } from '../content/files/source-file.ts';
import { loadSite } from '../content/load-site.ts';
import { WorkError } from '../processes/work-error.ts';
import { runCommand, UsageError } from './command-line.ts';

const help = `
Measures builds of corpora made from the first article, and prints a table; all figures go to <dir>/bench.json.

  --sizes <list>    how many articles, with commas (1,100,1000,10000; with --compare 100)
  --languages <n>   in how many of the languages of the content each article is (1)
  --compare <ref>   measure this code and that of a branch, a tag or a commit in turns, and print the ratios alone
  --turns <number>  how many turns each measure of --compare has (5)
  --most <ratio>    with --compare: fail if this code takes more than so many times as long for one of the measures
  --content <dir>   the content folder whose first article is taken (content)
  --dir <dir>       where corpora, sites and figures are written (out.bench)
  --astro           measure Astro's incremental build of the same articles, which npm fetches, and nothing else
  --lighthouse      measure the kinds of pages with Lighthouse, as on a telephone, and nothing else
  -h, --help        this text

Exit status: 0 all was measured; 1 a build failed, or a ratio is above --most; 2 the call is at fault.`;

const options = {
  sizes: { type: 'string' },
  languages: { type: 'string', default: '1' },
  compare: { type: 'string' },
  turns: { type: 'string', default: '5' },
  most: { type: 'string', default: 'Infinity' },
  content: { type: 'string', default: 'content' },
  dir: { type: 'string', default: 'out.bench' },
  astro: { type: 'boolean', default: false },
  lighthouse: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h' },
} as const;

const allSizes = '1,100,1000,10000';

/** One page of each kind, of the real content. */
const kindsOfPage = ['/', '/articles/iraq-syria-border/', '/topics/iraq/', '/authors/standfirst-desk/', '/about/'];

await runCommand(
  { name: 'npm run bench', help, options },
  async ({ sizes, languages: count, compare: ref, turns, most, content, dir, astro, lighthouse }) => {
    mkdirSync(dir, { recursive: true });
    if (lighthouse) {
      const { lighthouseScores } = await import('../bench/lighthouse.ts');
      console.table(await lighthouseScores(content, dir, kindsOfPage));
      return;
    }
    if (astro) {
      const { measureAstro } = await import('../bench/astro.ts');
      const all = await measureAstro(content, numbersOf('--sizes', sizes ?? allSizes), console.log);
      const rows = all.map((one) => [one.articles.toLocaleString('en'), seconds(one.full), seconds(one.cold)]);
      console.log(`\n${table(['articles', 'full', 'edit, cold: whole build'], rows)}`);
      return;
    }
    if (ref !== undefined) {
      const limit = Number(most);
      if (!(limit > 0)) throw new UsageError(`--most has "${most}". Give a number above 0, such as 1.25.`);
      const all = await compareWith(
        ref,
        numberOf('--turns', turns),
        numbersOf('--sizes', sizes ?? '100'),
        content,
        resolve(dir),
      );
      const slower = all.filter((one) => ratioOf(one) > limit).map(({ measure: name }) => name);
      if (slower.length > 0) throw new WorkError(`More than ${most} times as long as ${ref}: ${slower.join(', ')}.`);
      return;
    }
    const others = otherLanguages(content, numberOf('--languages', count));
    const all: Figures[] = [];
    for (const size of numbersOf('--sizes', sizes ?? allSizes)) {
      console.log(`Measuring ${size} ${size === 1 ? 'article' : 'articles'} …`);
      all.push(await measure(content, dir, size, others));
      writeFileSync(join(dir, 'bench.json'), `${JSON.stringify(all, null, 2)}\n`);
    }
    console.log(`\n${figures(all)}`);
  },
);

/** Measures this code and that of a commit in turns, and prints the ratio of their times for each size. */
async function compareWith(
  ref: string,
  turns: number,
  sizes: readonly number[],
  content: string,
  dir: string,
): Promise<Compared[]> {
  const commit = commitOf(ref);
  if (commit === undefined) throw new UsageError(`There is no commit "${ref}". Name a branch, a tag or a commit.`);
  // Outside this project, where Next would treat the files as its own.
  const other = mkdtempSync(join(realpathSync(tmpdir()), 'standfirst-bench-'));
  try {
    console.log(`Installing ${ref} (${commit.slice(0, 7)}) in ${other} …`);
    checkOut(commit, other);
    const all: Compared[] = [];
    for (const size of sizes) {
      console.log(`Measuring ${size} ${size === 1 ? 'article' : 'articles'} in turns …`);
      const compared = await compare(resolve(content), other, dir, size, turns);
      console.log(`\n${ratios(ref, compared)}\n`);
      all.push(...compared);
    }
    return all;
  } finally {
    rmSync(other, { recursive: true, force: true });
  }
}

/** A Markdown table of medians and ratios. */
function ratios(ref: string, compared: readonly Compared[]): string {
  const rows = compared.map((one) => [
    one.measure,
    seconds(medianOf(one.pairs.map(([current]) => current))),
    seconds(medianOf(one.pairs.map(([, other]) => other))),
    ratioOf(one).toFixed(2),
  ]);
  const head = ['measure', 'this code', ref, 'ratio'];
  return table(head, rows);
}

/** So many languages of the content but for the first, which every corpus has. */
function otherLanguages(content: string, count: number): string[] {
  const { languages } = loadSite(openFolder(content), () => {});
  if (count <= languages.length) return languages.slice(1, count);
  throw new UsageError(
    `--languages has "${count}", and ${content} has ${languages.join(', ')}. Give ${languages.length} at most.`,
  );
}

function numbersOf(option: string, text: string): number[] {
  return text.split(',').map((part) => numberOf(option, part));
}

function numberOf(option: string, text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new UsageError(`${option} has "${text}". Give a whole number of 1 or more.`);
  return Number(text);
}

/** A Markdown table of the figures, ready for docs/performance.md. */
function figures(all: readonly Figures[]): string {
  const stages = (times: Record<string, number>) =>
    Object.entries(times)
      .map(([name, time]) => `${name} ${seconds(time)}`)
      .join(', ');
  const rows = all.map(
    ({ articles, languages, full, cold, resident, added, search, memory, check, stages: { full: staged }, page }) => [
      languages === 1 ? articles.toLocaleString('en') : `${articles.toLocaleString('en')} in ${languages} languages`,
      seconds(full),
      `${seconds(cold.pages)}, ${seconds(cold.whole)}`,
      `${seconds(resident.first)}, ${seconds(resident.median)}`,
      `${seconds(added.milliseconds)}, ${added.pages}`,
      `${seconds(search.full)}, ${seconds(search.edited)}`,
      `${memory.toLocaleString('en')} MB`,
      `${seconds(check.first)}, ${seconds(check.again)}, ${seconds(check.afterBuild)}`,
      stages(staged),
      `${page.plain.toLocaleString('en')} / ${page.brotli.toLocaleString('en')}`,
      String(page.requests),
    ],
  );
  const head = [
    'articles',
    'full',
    'edit, cold: pages, whole build',
    'edit, resident: first, median',
    'new article, pages',
    'search: full, edit',
    'memory',
    'check: first, again, after a build',
    'stages of the full build',
    'page, bytes / br',
    'requests',
  ];
  return table(head, rows);
}

/** A table in Markdown. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(milliseconds < 1000 ? 3 : 1)} s`;
}

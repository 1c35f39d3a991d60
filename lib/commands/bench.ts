import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Figures, measure } from '../bench/measure.ts';
import { runCommand, UsageError } from './command-line.ts';

const help = `
Measures builds of corpora made from the first article, and prints a table; all figures go to <dir>/bench.json.

  --sizes <list>    how many articles, with commas (1,100,1000,10000)
  --content <dir>   the content folder whose first article is taken (content)
  --dir <dir>       where corpora, sites and figures are written (out.bench)
  --lighthouse      measure the kinds of pages with Lighthouse, as on a telephone, and nothing else
  -h, --help        this text

Exit status: 0 all was measured; 1 a build failed; 2 the call is at fault.`;

const options = {
  sizes: { type: 'string', default: '1,100,1000,10000' },
  content: { type: 'string', default: 'content' },
  dir: { type: 'string', default: 'out.bench' },
  lighthouse: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h' },
} as const;

/** One page of each kind, of the real content. */
const kindsOfPage = ['/', '/articles/iraq-syria-border/', '/topics/iraq/', '/authors/standfirst-desk/', '/about/'];

await runCommand({ name: 'npm run bench', help, options }, async ({ sizes, content, dir, lighthouse }) => {
  mkdirSync(dir, { recursive: true });
  if (lighthouse) {
    const { lighthouseScores } = await import('../bench/lighthouse.ts');
    console.table(await lighthouseScores(content, dir, kindsOfPage));
    return;
  }
  const all: Figures[] = [];
  for (const size of sizesOf(sizes)) {
    console.log(`Measuring ${size} ${size === 1 ? 'article' : 'articles'} …`);
    all.push(await measure(content, dir, size));
    writeFileSync(join(dir, 'bench.json'), `${JSON.stringify(all, null, 2)}\n`);
  }
  console.log(`\n${table(all)}`);
});

function sizesOf(text: string): number[] {
  return text.split(',').map((part) => {
    if (!/^[1-9]\d*$/.test(part)) throw new UsageError(`--sizes has "${part}". Give numbers with commas, as in 1,100.`);
    return Number(part);
  });
}

/** A Markdown table of the figures, ready for docs/performance.md. */
function table(all: readonly Figures[]): string {
  const stages = (times: Record<string, number>) =>
    Object.entries(times)
      .map(([name, time]) => `${name} ${seconds(time)}`)
      .join(', ');
  const rows = all.map(
    ({ articles, full, cold, resident, added, search, memory, check, stages: { full: staged }, page }) => [
      articles.toLocaleString('en'),
      seconds(full),
      seconds(cold),
      `${seconds(resident.first)}, ${seconds(resident.median)}`,
      `${seconds(added.milliseconds)}, ${added.pages}`,
      `${seconds(search.full)}, ${seconds(search.edited)}`,
      `${memory.toLocaleString('en')} MB`,
      `${seconds(check.first)}, ${seconds(check.again)}`,
      stages(staged),
      `${page.plain.toLocaleString('en')} / ${page.brotli.toLocaleString('en')}`,
      String(page.requests),
    ],
  );
  const head = [
    'articles',
    'full',
    'edit, cold',
    'edit, resident: first, median',
    'new article, pages',
    'search: full, edit',
    'memory',
    'check: first, again',
    'stages of the full build',
    'page, bytes / br',
    'requests',
  ];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(milliseconds < 1000 ? 3 : 1)} s`;
}

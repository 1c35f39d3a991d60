import { parseInstant } from '../model/moment.ts';
import { formatProblem, visible } from '../model/problem.ts';
import { someOf } from '../model/some-of.ts';
import type { Built } from '../press/builder.ts';
import { pageTable } from '../press/page/page-table.ts';
import { exit, UsageError } from './command-line.ts';
import { type OutputValues, outputSettings } from './output-options.ts';

/** What the commands that build the site have in common. */
export const buildOptions = {
  content: { type: 'string', default: 'content' },
  out: { type: 'string', default: 'out' },
  'as-of': { type: 'string' },
  squeeze: { type: 'boolean', default: false },
  'take-down': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h' },
} as const;

export const buildOptionsHelp = `
  --content <dir>   the content folder (content)
  --out <dir>       the folder of the finished site (out)
  --as-of <instant> what readers see at an instant, as in 2026-01-19T18:00:00+03:00 (now)
  --squeeze         compress every file as far as it goes, however many there are
  --take-down       take down what the last build has published, where this instant is an earlier one
  -h, --help        this text`;

/** How to build the site, from the command line. */
export type BuildValues = {
  content: string;
  out: string;
  'as-of'?: string | undefined;
  squeeze?: boolean | undefined;
  'take-down'?: boolean | undefined;
} & OutputValues;

/**
 * Loads the content and builds the site. Reports progress on standard output and problems of the content on standard error.
 * Returns the exit status of the build.
 */
export async function buildSite(values: BuildValues): Promise<number> {
  const now = clockOf(values)();
  const began = performance.now();
  const { content, out, squeeze = false, 'take-down': takeDown } = values;
  // Only builds need Next; `npm start -- --root` does not load it.
  const { openBuilder } = await import('../press/builder.ts');
  const { outputs, share } = outputSettings(values);
  const builder = openBuilder({ root: process.cwd(), content, out, say: console.log, outputs, share });
  try {
    const built = await builder.build({ now, takeDown, ...(squeeze && { raise: Number.POSITIVE_INFINITY }) });
    if (built.made.length > 0) console.log(`${pageTable(built.made)}\n`);
    tellProblems(built);
    if (outputs) console.log(outputs.summary());
    if (share) {
      console.log(
        `The share ${values.shard} is in the cache after ${((performance.now() - began) / 1000).toFixed(1)} s`,
      );
      return tellFaults(built);
    }
    console.log(`${summary(built)} in ${out}/ after ${((performance.now() - began) / 1000).toFixed(1)} s`);
    return tellFaults(built);
  } finally {
    await builder.close();
  }
}

/** Reports on standard error every problem of content that was built despite them. */
export function tellProblems({ problems }: Pick<Built, 'problems'>): void {
  for (const problem of problems) console.error(formatProblem(problem));
}

/**
 * Reports on standard error, as the last line of a build, which articles and pages have errors and where the first one is. Answers
 * with the exit status of the build.
 */
export function tellFaults({ atFault, problems }: Pick<Built, 'atFault' | 'problems'>): number {
  const line = faultLine({ atFault, problems });
  if (line !== undefined) console.error(line);
  return atFault.length > 0 ? exit.articleAtFault : exit.success;
}

/** The last line of a build whose content has errors; `undefined` if there are none. */
export function faultLine({ atFault, problems }: Pick<Built, 'atFault' | 'problems'>): string | undefined {
  const first = (atFault[0]?.problems ?? problems)[0];
  if (!first) return undefined;
  const place = `${visible(first.file)}:${first.line}:${first.column}`;
  if (atFault.length === 0) return `Readers are not affected. First problem: ${place}`;
  const names = visible(someOf(atFault.map(({ name }) => name)));
  const pages = atFault.filter(({ name }) => /(?:^|\/)pages\//.test(name)).length;
  const files = atFault.filter(({ name }) => name.endsWith('.md')).length;
  const articles = atFault.length - pages - files;
  const which = new Intl.ListFormat('en-GB').format([
    ...(articles > 0 ? [count(articles, 'article')] : []),
    ...(pages > 0 ? [count(pages, 'page')] : []),
    ...(files > 0 ? [count(files, 'file')] : []),
  ]);
  const kept = articles > 0 ? 'last good pages' : 'last good text';
  const what = atFault.length === 1 ? `has errors and keeps its ${kept}` : `have errors and keep their ${kept}`;
  return `${which} ${what}: ${names}. First problem: ${place}. Fix it, then build again.`;
}

/** What a build did, in one line: `3 pages made, 1 removed, 20 files as they were`. */
export function summary({ made, removed, kept, raised }: Built): string {
  return [
    count(made.length, 'page', 'made'),
    ...(removed > 0 ? [count(removed, 'file', 'removed')] : []),
    ...(raised > 0 ? [count(raised, 'file', 'compressed further')] : []),
    ...(kept > 0 ? [`${count(kept, 'file', 'as')} ${kept === 1 ? 'it was' : 'they were'}`] : []),
  ].join(', ');
}

function count(number: number, noun: string, what = ''): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'} ${what}`.trimEnd();
}

/** The clock of a build: the machine's, or one that stands still at the instant of `--as-of`. */
export function clockOf(values: Pick<BuildValues, 'as-of'>): () => number {
  const text = values['as-of'];
  if (text === undefined) return Date.now;
  const parsed = parseInstant(text);
  if (!('value' in parsed)) throw new UsageError(`--as-of: ${parsed.fault}`);
  return () => parsed.value;
}

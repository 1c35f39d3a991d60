import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { WorkError } from '../processes/work-error.ts';
import { articleName, editArticle, writeCorpus } from './corpus.ts';
import { onlyKnownTo } from './known-keys.ts';

/** How long to wait for the page of an edit, in milliseconds. */
const longest = 120_000;

/** One version of the code, with its own corpus and site. */
type Side = { root: string; content: string; out: string; cache: string };

/** How long each turn took with this code and with the other, in milliseconds. */
export type Compared = { measure: string; pairs: [current: number, other: number][] };

/**
 * Measures this code and another version on the same corpus, in turns, so that other load on the machine affects both: checks,
 * full builds, and an edit from a cold start and under a resident build. The corpus has only keys that both know.
 *
 * @param other The folder of the other code, with its packages installed.
 * @param dir The folder for corpora and sites, which are removed at the end.
 * @param count How many turns each measure has.
 * @throws WorkError as soon as a build or a check fails, since there would be nothing to compare the rest with.
 */
export async function compare(
  source: string,
  other: string,
  dir: string,
  articles: number,
  count: number,
): Promise<Compared[]> {
  const [ours, theirs] = [process.cwd(), other].map((root, index) => {
    const path = (name: string) => join(dir, `${name}-${index}`);
    return { root, content: path('content'), out: path('site'), cache: path('checked') };
  }) as [Side, Side];
  const inTurns = async (measure: string, work: (side: Side) => Promise<number>): Promise<Compared> => {
    const pairs: Compared['pairs'] = [];
    for (let turn = 0; turn < count; turn++) {
      // Each goes first as often as second.
      if (turn % 2 === 0) pairs.push([await work(ours), await work(theirs)]);
      else pairs.push((await inOrder([theirs, ours], work)).reverse() as [number, number]);
    }
    return { measure, pairs };
  };
  try {
    for (const side of [ours, theirs]) {
      writeCorpus(source, side.content, articles, onlyKnownTo([ours.root, theirs.root]));
      // The first build also compiles the code, so it is not measured.
      await build(side);
    }
    return [
      await inTurns('check, first', async (side) => {
        rmSync(side.cache, { recursive: true, force: true });
        return check(side);
      }),
      await inTurns('check, again', check),
      await inTurns('full build', async (side) => {
        removeSite(side);
        return build(side);
      }),
      await inTurns('edit, cold', async (side) => {
        editArticle(side.content, 0);
        // The next build rereads files that were written only just now, which does not happen in normal use.
        await setTimeout(500);
        return build(side);
      }),
      ...(await residentEdits(ours, theirs, inTurns)),
    ];
  } finally {
    for (const side of [ours, theirs]) {
      removeSite(side);
      for (const path of [side.content, side.cache]) rmSync(path, { recursive: true, force: true });
    }
  }
}

/** How much longer this code takes than the other one: the median of the ratios of the pairs. */
export function ratioOf({ pairs }: Compared): number {
  return medianOf(pairs.map(([current, other]) => current / other));
}

/**
 * The median of numbers: of an even count, the mean of the two in the middle.
 *
 * @throws RangeError if there is none.
 */
export function medianOf(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  if (low === undefined || high === undefined) throw new RangeError('There is no number to take a median of.');
  return (low + high) / 2;
}

async function residentEdits(
  ours: Side,
  theirs: Side,
  inTurns: (measure: string, work: (side: Side) => Promise<number>) => Promise<Compared>,
): Promise<Compared[]> {
  const watchers = await inOrder([ours, theirs], async (side) => {
    const child = start(side, 'build', ['--content', side.content, '--out', side.out, '--watch']);
    await new Promise<void>((resolve, reject) => {
      child.stdout?.on('data', (chunk: Buffer) => {
        if (chunk.includes('Watching')) resolve();
      });
      child.once('exit', (status) =>
        reject(new WorkError(`A resident build in ${side.root} ended with status ${status}.`)),
      );
    });
    return child;
  });
  const edit = async (side: Side): Promise<number> => {
    const time = () => statSync(join(side.out, 'articles', articleName(0), 'index.html')).mtimeMs;
    const before = time();
    const began = performance.now();
    editArticle(side.content, 0);
    while (time() === before) {
      if (performance.now() - began > longest)
        throw new WorkError(`A resident build in ${side.root} made no page of an edit.`);
      await setTimeout(2);
    }
    const milliseconds = performance.now() - began;
    // Wait for later stages, such as the search index, so that they do not slow the other side down.
    await setTimeout(3000);
    return milliseconds;
  };
  try {
    // The first edit runs code for the first time.
    const [current = 0, other = 0] = await inOrder([ours, theirs], edit);
    return [{ measure: 'edit, resident, the first', pairs: [[current, other]] }, await inTurns('edit, resident', edit)];
  } finally {
    for (const child of watchers) {
      child.kill();
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    }
  }
}

function check(side: Side): Promise<number> {
  return timed(side, 'check', ['--content', side.content, '--cache', side.cache]);
}

function build(side: Side): Promise<number> {
  return timed(side, 'build', ['--content', side.content, '--out', side.out]);
}

async function timed(side: Side, command: string, args: readonly string[]): Promise<number> {
  const began = performance.now();
  const child = start(side, command, args);
  child.stdout?.resume();
  const [status] = await once(child, 'exit');
  if (status !== 0) throw new WorkError(`npm run ${command} in ${side.root} ended with status ${status}.`);
  return performance.now() - began;
}

/** Starts a command of a side as its package.json does. */
function start({ root }: Side, command: string, args: readonly string[]): ChildProcess {
  const keptCompiled = './lib/commands/keep-compiled.mjs';
  const options = existsSync(join(root, keptCompiled)) ? ['--import', keptCompiled] : [];
  const script = [...options, `lib/commands/${command}.ts`, ...args];
  const { NODE_COMPILE_CACHE: _, ...env } = process.env;
  return spawn(process.execPath, script, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
}

function removeSite({ out }: Side): void {
  for (const end of ['', '.press']) rmSync(out + end, { recursive: true, force: true });
}

async function inOrder<Item, Result>(items: readonly Item[], work: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}

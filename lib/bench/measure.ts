import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { encodingsOf } from '../press/page/compress.ts';
import { articleName, editArticle, writeCorpus, writeNewest } from './corpus.ts';

/** How the scripts of package.json start a command. */
const keptCompiled = ['--import', './lib/commands/keep-compiled.mjs'];

/** The figures of one corpus. Times are milliseconds, memory is that of all processes of a build together, in MB. */
export type Figures = {
  articles: number;
  /** In how many languages each of them is. */
  languages: number;
  full: number;
  /** A build after one edit from a cold start: until the page of the article is written, and until everything is. */
  cold: { pages: number; whole: number };
  /** The first edit under a resident build, and the median of all of them. */
  resident: { first: number; median: number };
  /** A new article under a resident build, and how many pages changed. */
  added: { milliseconds: number; pages: number };
  /** The search index: all of it, and after one edit. It is made after the pages. */
  search: { full: number; edited: number };
  memory: number;
  /** `npm run check` with an empty cache, again with nothing changed, and with an empty cache after a build. */
  check: { first: number; again: number; afterBuild: number };
  /** The stages of the full build, and of the resident one after an edit. */
  stages: { full: Record<string, number>; resident: Record<string, number> };
  page: { plain: number; brotli: number; requests: number };
};

/** `written`: after how many milliseconds the page that was asked about was in its place. */
type Run = { milliseconds: number; written: number; memory: number; stages: Record<string, number>; pages: number };

/**
 * Measures one corpus: a full build with the code compiled, builds of one edit from a cold start and in a resident
 * process (write to finished file), a new article there, memory, and the bytes of the article page. Short runs are
 * medians of three.
 *
 * @param languages The languages of the corpus after the first.
 */
export async function measure(
  source: string,
  dir: string,
  articles: number,
  languages: readonly string[],
): Promise<Figures> {
  const content = join(dir, `content-${articles}`);
  const out = join(dir, `site-${articles}`);
  writeCorpus(source, content, articles, undefined, languages);
  const cache = join(dir, `checked-${articles}`);
  rmSync(`${out}.press`, { recursive: true, force: true });
  const check = await checks(content, out, cache, articles <= 1000 ? 5 : 1);
  const full = await times(articles <= 1000 ? 3 : 1, () => {
    for (const end of ['', '.press']) rmSync(out + end, { recursive: true, force: true });
    return run(content, out);
  });
  // The next build rereads files that were written only just now, which does not happen in normal use.
  await setTimeout(500);
  await run(content, out);
  const afterBuild = await times(3, () => checkOnce(content, out, cache, 'empty'));
  const middle = Math.floor(articles / 2);
  const cold = await times(3, async () => {
    editArticle(content, middle);
    await setTimeout(500);
    return run(content, out, join(out, 'articles', articleName(middle), 'index.html'));
  });
  const { first, edited, added } = await residentEdits(content, out, middle, 5);
  const file = join(out, 'articles', articleName(0), 'index.html');
  const html = readFileSync(file, 'utf8');
  // The edits have just compressed it quickly.
  const [brotli] = await encodingsOf(file, Buffer.from(html), 11);
  const figures: Figures = {
    articles,
    languages: languages.length + 1,
    full: full.milliseconds,
    cold: { pages: cold.written, whole: cold.milliseconds },
    resident: { first: first.milliseconds, median: edited.milliseconds },
    added: { milliseconds: added.milliseconds, pages: added.pages },
    search: { full: searchOf(full), edited: searchOf(cold) },
    memory: Math.max(full.memory, cold.memory, edited.memory),
    check: { ...check, afterBuild: afterBuild.milliseconds },
    stages: { full: full.stages, resident: edited.stages },
    page: {
      plain: statSync(file).size,
      brotli: brotli?.bytes.byteLength ?? 0,
      requests:
        1 +
        (html.match(/<(?:img|script|iframe|source)[^>]* src=|<link[^>]* rel="(?:stylesheet|preload)"/g)?.length ?? 0),
    },
  };
  for (const path of [content, out, `${out}.press`]) rmSync(path, { recursive: true, force: true });
  return figures;
}

/** The index of an edit is begun before the pages are rendered. */
function searchOf({ stages }: Run): number {
  return (stages['search, prepared'] ?? 0) + (stages['search'] ?? 0);
}

/** Medians of this number of checks with an empty cache, and of as many with a full one. */
async function checks(
  content: string,
  out: string,
  cache: string,
  count: number,
): Promise<Omit<Figures['check'], 'afterBuild'>> {
  // A check does not trust files that were written only just now.
  await setTimeout(500);
  const firsts: Run[] = [];
  const agains: Run[] = [];
  for (let index = 0; index < count; index++) {
    firsts.push(await checkOnce(content, out, cache, 'empty'));
    agains.push(await checkOnce(content, out, cache, 'full'));
  }
  rmSync(cache, { recursive: true, force: true });
  return { first: medianOf(firsts).milliseconds, again: medianOf(agains).milliseconds };
}

async function checkOnce(content: string, out: string, cache: string, cacheIs: 'empty' | 'full'): Promise<Run> {
  if (cacheIs === 'empty') rmSync(cache, { recursive: true, force: true });
  const began = performance.now();
  const options = ['--content', content, '--out', out, '--cache', cache];
  const child = fork('lib/commands/check.ts', options, { stdio: 'ignore', execArgv: keptCompiled });
  const [status] = await once(child, 'exit');
  if (status !== 0) throw new Error(`A check of ${content} ended with status ${status}.`);
  const milliseconds = performance.now() - began;
  return { milliseconds, written: milliseconds, memory: 0, stages: {}, pages: 0 };
}

async function times(count: number, work: () => Promise<Run>): Promise<Run> {
  const runs: Run[] = [];
  for (let index = 0; index < count; index++) runs.push(await work());
  return medianOf(runs);
}

function medianOf(runs: Run[]): Run {
  const sorted = runs.toSorted((a, b) => a.milliseconds - b.milliseconds);
  const median = sorted[Math.floor(sorted.length / 2)];
  if (!median) throw new RangeError('There was no run to take a median of.');
  return { ...median, memory: Math.max(...runs.map(({ memory }) => memory)) };
}

/** @param page The page that is waited for. */
async function run(content: string, out: string, page?: string): Promise<Run> {
  const [began, instant] = [performance.now(), Date.now()];
  const child = fork(join(import.meta.dirname, 'resident-build.ts'), [content, out], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: keptCompiled,
  });
  const memory = peakMemory(child.pid ?? 0);
  let stages: Record<string, number> = {};
  let pages = 0;
  child.on('message', (message: { stages: Record<string, number>; made: number }) => {
    stages = message.stages;
    pages = message.made;
  });
  const [status] = await once(child, 'exit');
  if (status !== 0) throw new Error(`A build of ${content} ended with status ${status}.`);
  const milliseconds = performance.now() - began;
  const written = page === undefined ? milliseconds : statSync(page).ctimeMs - instant;
  return { milliseconds, written, memory: memory.stop(), stages, pages };
}

/**
 * Edits an article again and again under a resident build, and then adds new ones; each run lasts until the finished page
 * of the article is another file.
 */
async function residentEdits(
  content: string,
  out: string,
  number: number,
  count: number,
): Promise<{ first: Run; edited: Run; added: Run }> {
  const child = fork(join(import.meta.dirname, 'resident-build.ts'), [content, out, 'stay'], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: keptCompiled,
  });
  const memory = peakMemory(child.pid ?? 0);
  let stages: Record<string, number> = {};
  let pages = 0;
  const ready = new Promise<void>((resolve) => {
    child.on('message', (message: { ready?: boolean; stages?: Record<string, number>; made?: number }) => {
      if (message.stages) stages = message.stages;
      pages += message.made ?? 0;
      if (message.ready) resolve();
    });
  });
  await ready;
  const until = async (article: string, change: () => void): Promise<Run> => {
    const file = join(out, 'articles', article, 'index.html');
    const time = () => statSync(file, { throwIfNoEntry: false })?.mtimeMs;
    const before = time();
    pages = 0;
    const began = performance.now();
    change();
    while ((time() ?? before) === before) await setTimeout(2);
    const milliseconds = performance.now() - began;
    // The build reports what it did after the page is written.
    while (pages === 0) await setTimeout(2);
    await setTimeout(400);
    return { milliseconds, written: milliseconds, memory: 0, stages, pages };
  };
  const edited: Run[] = [];
  const added: Run[] = [];
  for (let index = 0; index < count; index++) {
    edited.push(await until(articleName(number), () => editArticle(content, number)));
  }
  for (let index = 0; index < 3; index++) {
    added.push(await until(articleName(-1 - index), () => writeNewest(content, -1 - index)));
  }
  child.kill();
  await once(child, 'exit');
  const [first = medianOf(edited)] = edited;
  return { first, edited: { ...medianOf(edited), memory: memory.stop() }, added: medianOf(added) };
}

/** Watches how much memory a process and everything that it has started take together (Linux; 0 elsewhere). */
function peakMemory(pid: number): { stop: () => number } {
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, residentSize(pid));
  }, 100);
  return {
    stop: () => {
      clearInterval(timer);
      return Math.round(peak / 1024);
    },
  };
}

/** Resident kilobytes of a process and its descendants, from /proc. */
function residentSize(pid: number): number {
  try {
    const own = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
    const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
    return own + children.map(residentSize).reduce((sum, size) => sum + size, 0);
  } catch {
    return 0;
  }
}

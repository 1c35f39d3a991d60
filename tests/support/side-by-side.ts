/**
 * Runs npm scripts in parallel, as many at once as there are cores: `side-by-side.ts one two "three after one, two"`. More would
 * only be in each other's way, since most have several processes themselves. A script starts when its turn comes and all scripts
 * that it comes after have passed. Its output is printed in one piece when it ends. If one fails, those that come
 * after it are skipped; the others continue, so that one run shows everything that is wrong. The end of what a failed one
 * printed is printed again at the very end: a log of CI is read from there.
 *
 * Exit status: 0 if every script has passed; 1 if one has not; 2 if the arguments are wrong.
 */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

const began = performance.now();
/** The scripts that have failed, with the last lines that each has printed. */
const failed = new Map<string, string>();
const linesAgain = 80;
const leftOut: string[] = [];

/** How many more scripts may run, and those whose turn has not come. */
let free = availableParallelism();
const waiting: (() => void)[] = [];

/** Whether a script has passed, once that is known, in the order in which they are named. */
const passed = new Map<string, Promise<boolean>>();
for (const argument of process.argv.slice(2)) {
  const [script = '', after] = argument.split(' after ');
  const needed = (after?.split(', ') ?? []).map((name) => passed.get(name) ?? refuse(script, name));
  passed.set(script, run(script, needed));
}
await Promise.all(passed.values());

const seconds = Math.round((performance.now() - began) / 1000);
if (leftOut.length > 0) console.error(`\nLeft out: npm run ${leftOut.join(', npm run ')}.`);
for (const [script, end] of failed) console.error(`\n=== The end of what npm run ${script} printed ===\n\n${end}`);
if (failed.size > 0) console.error(`\nFailed: npm run ${[...failed.keys()].join(', npm run ')}.`);
else console.log(`\nAll of them passed, after ${seconds} s.`);
process.exitCode = failed.size > 0 ? 1 : 0;

function refuse(script: string, missing: string): never {
  console.error(`${script} comes after ${missing}: name ${missing} before it.`);
  process.exit(2);
}

async function run(script: string, needed: readonly Promise<boolean>[]): Promise<boolean> {
  if (!(await Promise.all(needed)).every(Boolean)) {
    leftOut.push(script);
    return false;
  }
  if (free > 0) free -= 1;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  const end = await endOfFailure(script);
  const next = waiting.shift();
  if (next) next();
  else free += 1;
  if (end !== null) failed.set(script, end);
  return end === null;
}

/** Runs a script and prints what it printed. Null if it has passed, otherwise the last lines of that. */
function endOfFailure(script: string): Promise<string | null> {
  const start = performance.now();
  const env = { ...process.env, ...(process.stdout.isTTY && { FORCE_COLOR: '1' }) };
  return new Promise((resolve) => {
    const child = spawn(`npm run ${script}`, { stdio: ['ignore', 'pipe', 'pipe'], shell: true, env });
    const output: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => output.push(chunk));
    child.on('close', (status) => {
      const printed = Buffer.concat(output).toString();
      process.stdout.write(printed);
      const seconds = Math.round((performance.now() - start) / 1000);
      console.log(`\n=== npm run ${script} ${status === 0 ? 'passed' : 'FAILED'} after ${seconds} s ===\n`);
      resolve(status === 0 ? null : printed.trimEnd().split('\n').slice(-linesAgain).join('\n'));
    });
  });
}

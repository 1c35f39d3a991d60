/**
 * Runs rows of npm scripts side by side, each row one script after the other: `side-by-side.ts one,two three,four`. What a
 * script prints comes in one piece when it has ended. A script that fails ends its row; the other rows go on, so that one
 * run shows all that is wrong.
 *
 * Exit status: 0 every script has passed; 1 one of them has not.
 */
import { spawn } from 'node:child_process';

const began = performance.now();
const failed: string[] = [];

await Promise.all(process.argv.slice(2).map((row) => runRow(row.split(','))));

const seconds = Math.round((performance.now() - began) / 1000);
if (failed.length > 0) console.error(`\nFailed: npm run ${failed.join(', npm run ')}. See what they printed above.`);
else console.log(`\nAll of them passed, after ${seconds} s.`);
process.exitCode = failed.length > 0 ? 1 : 0;

async function runRow(scripts: readonly string[]): Promise<void> {
  for (const script of scripts) {
    if (!(await passes(script))) {
      failed.push(script);
      return;
    }
  }
}

function passes(script: string): Promise<boolean> {
  const start = performance.now();
  const env = { ...process.env, ...(process.stdout.isTTY && { FORCE_COLOR: '1' }) };
  return new Promise((resolve) => {
    const child = spawn(`npm run ${script}`, { stdio: ['ignore', 'pipe', 'pipe'], shell: true, env });
    const output: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => output.push(chunk));
    child.on('close', (status) => {
      process.stdout.write(Buffer.concat(output));
      const seconds = Math.round((performance.now() - start) / 1000);
      console.log(`\n=== npm run ${script} ${status === 0 ? 'passed' : 'FAILED'} after ${seconds} s ===\n`);
      resolve(status === 0);
    });
  });
}

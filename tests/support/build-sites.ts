/** Builds every site that the tests look at, by the project's own commands: `npm run test:sites`. */
import { spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { writePlenty } from './plenty.ts';
import { madeSites, plainPages, sites } from './sites.ts';

// Next's own build comes first, to be compared with the press; the press then compiles into the same folder.
run('node_modules/next/dist/bin/next', 'build');
rmSync(plainPages, { recursive: true, force: true });
cpSync('.next/server/app', plainPages, { recursive: true, filter: (path) => !path.includes('.segments') });

for (const [name, count] of Object.entries(madeSites)) writePlenty(`out.test/${name}-content`, count);
for (const { content, out, asOf } of Object.values(sites)) {
  run('lib/commands/build.ts', '--content', content, '--out', out, '--as-of', asOf);
}

function run(script: string, ...args: string[]): void {
  console.log(`\n$ node ${[script, ...args].join(' ')}`);
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' };
  const { status } = spawnSync(process.execPath, [script, ...args], { stdio: 'inherit', env });
  if (status !== 0) process.exit(status ?? 1);
}

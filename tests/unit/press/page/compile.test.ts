import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { compile } from '@/lib/press/page/compile.ts';
import { longTest } from '../../../support/runs.ts';
import { aTemporaryFolder } from '../../../support/temporary-folder.ts';

/**
 * A project whose compiler records when it begins and ends, and whether another one is running then. Like Next, it
 * ignores signals for a while, and deletes the stamp of the last compile.
 */
function aProject({ exit = 0, isLong = false } = {}) {
  const root = aTemporaryFolder();
  mkdirSync(join(root, 'node_modules/next/dist/bin'), { recursive: true });
  mkdirSync(join(root, '.next'));
  writeFileSync(
    join(root, 'node_modules/next/dist/bin/next'),
    `const { appendFileSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
    const isAlive = (pid) => { try { return process.kill(pid, 0); } catch { return false; } };
    const others = readFileSync('log.txt', 'utf8').split('\\n').filter((line) => line.startsWith('begin'));
    const isAlone = !others.some((line) => isAlive(Number(line.split(' ')[1])));
    appendFileSync('log.txt', 'begin ' + process.pid + (isAlone ? '' : ' beside another') + '\\n');
    rmSync('.next/standfirst-code.txt', { force: true });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
    writeFileSync('.next/server.js', 'compiled');
    writeFileSync('.next/server.js.map', 'for debugging');
    console.error('A word of the compiler');
    ${isLong ? 'setTimeout(() => {}, 600_000);' : ''}
    process.exitCode = ${exit};`,
  );
  writeFileSync(join(root, 'log.txt'), '');
  const log = () => readFileSync(join(root, 'log.txt'), 'utf8').trim().split('\n');
  return { root, log };
}

/** A build in its own process that has begun to compile. */
async function aCompilingBuild(root: string, log: () => string[]) {
  const script = `import { compile } from './lib/press/page/compile.ts'; await compile(${JSON.stringify(root)}, 'code', () => {});`;
  const build = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], { stdio: 'inherit' });
  onTestFinished(() => void build.kill('SIGKILL'));
  while (!log()[0]?.startsWith('begin')) await setTimeout(20);
  return build;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('The code', () => {
  test('is compiled once, until it is other code', async () => {
    const { root, log } = aProject();
    for (const digest of ['one', 'one', 'two']) await compile(root, digest, () => {});
    expect(log()).toHaveLength(2);
  });

  longTest(
    'that does not compile is reported in the words of the compiler, and compiled again by the next build',
    async () => {
      const { root, log } = aProject({ exit: 1 });
      for (let count = 0; count < 2; count++) {
        await expect(compile(root, 'code', () => {})).rejects.toThrow(
          'The code does not compile. Next says:\nA word of the compiler',
        );
      }
      expect(log()).toHaveLength(2);
    },
  );

  longTest('is compiled by one of two builds, and the other says that it waits', async () => {
    const { root, log } = aProject();
    const said: string[] = [];
    await Promise.all([1, 2].map(() => compile(root, 'code', (line) => void said.push(line))));
    expect(log()).toHaveLength(1);
    expect(said.filter((line) => line.includes('Waiting for it to end'))).toHaveLength(1);
  });

  test('is compiled for the next build when one was killed at it, and not before its compiler has ended', async () => {
    const { root, log } = aProject();
    const build = await aCompilingBuild(root, log);
    build.kill('SIGKILL');
    await once(build, 'exit');

    await compile(root, 'code', () => {});

    expect(log().filter((line) => !/^begin \d+$/.test(line))).toEqual([]);
    expect(readFileSync(join(root, '.next/standfirst-code.txt'), 'utf8')).toBe('code');
  });

  test('is fetched from where it is kept, and not compiled again, if it is the same', async () => {
    const { root, log } = aProject();
    const kept = join(root, 'out.press/code');
    await compile(root, 'code', () => {}, kept);
    rmSync(join(root, '.next'), { recursive: true });

    await compile(root, 'code', () => {}, kept);

    expect(log()).toHaveLength(1);
    expect(readdirSync(join(root, '.next'))).toEqual(['server.js', 'standfirst-code.txt']);
  });

  longTest('is compiled if what is kept is other code, and only the newest is kept', async () => {
    const { root, log } = aProject();
    const kept = join(root, 'out.press/code');
    for (const digest of ['one', 'two']) await compile(root, digest, () => {}, kept);
    expect(log()).toHaveLength(2);
    expect(readdirSync(kept)).toHaveLength(1);
    rmSync(join(root, '.next'), { recursive: true });
    mkdirSync(join(root, '.next'));

    await compile(root, 'one', () => {}, kept);

    expect(log()).toHaveLength(3);
  });

  longTest('is compiled in another place, where what is kept names the first one', async () => {
    const [here, there] = [aProject(), aProject()];
    const kept = join(here.root, 'out.press/code');
    await compile(here.root, 'code', () => {}, kept);
    await compile(there.root, 'code', () => {}, kept);
    expect(there.log()).toHaveLength(1);
  });

  longTest('is not compiled further when its build is ended', async () => {
    const { root, log } = aProject({ isLong: true });
    const build = await aCompilingBuild(root, log);
    build.kill('SIGTERM');
    await once(build, 'exit');

    const pid = Number(log()[0]?.split(' ')[1]);
    onTestFinished(() => {
      if (isAlive(pid)) process.kill(pid, 'SIGKILL');
    });
    while (isAlive(pid)) await setTimeout(20);
    expect(existsSync(join(root, '.next/standfirst-code.txt'))).toBe(false);
  });
});

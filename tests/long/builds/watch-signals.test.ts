import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { commandScript } from '../../support/command-script.ts';
import { Newsroom } from '../../support/newsroom.ts';
import { aTemporaryFolder } from '../../support/temporary-folder.ts';

describe('A signal to npm run build -- --watch', () => {
  /** A resident build of a small site in its own process, at a given point. */
  async function aResidentBuild(until: string) {
    const dir = aTemporaryFolder();
    const room = new Newsroom(join(dir, 'content'));
    const args = [...commandScript('build'), '--content', room.dir, '--out', join(dir, 'out'), '--watch'];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const ended = once(child, 'exit');
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        said += chunk;
      });
    }
    while (!said.includes(until)) await setTimeout(5);
    return { dir, child, ended, said: () => said };
  }

  const signals = [
    ['SIGTERM', 'while it builds', 'Pressing'],
    ['SIGINT', 'while it builds', 'Pressing'],
    ['SIGTERM', 'while it waits', 'Watching'],
    ['SIGINT', 'while it waits', 'Watching'],
  ] as const;

  test.each(signals)('ends it, with the status of the signal: %s %s', async (signal, _when, until) => {
    const { child, ended } = await aResidentBuild(until);
    child.kill(signal);
    expect(await ended).toEqual([null, signal]);
  });

  test('ends it after a fault too', async () => {
    const { dir, child, ended, said } = await aResidentBuild('Watching');
    rmSync(join(dir, 'out.press/pictures'), { recursive: true });
    writeFileSync(join(dir, 'out.press/pictures'), 'A file where a folder must be');
    writeFileSync(join(dir, 'content/site.md'), `${readFileSync(join(dir, 'content/site.md'), 'utf8')}\nMore.\n`);
    while (!said().includes('Fix this, then try again.')) await setTimeout(5);
    expect(said()).not.toMatch(/^\s+at /m);
    child.kill('SIGTERM');
    expect(await ended).toEqual([null, 'SIGTERM']);
  });
});

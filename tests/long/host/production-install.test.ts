import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { aTemporaryFolder } from '../../support/temporary-folder.ts';

const project = process.cwd();

/** As hosts do it: without what only tests and checks need. */
const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'production' };

test('a clean folder with the packages of production alone builds, deploys and serves the site', async () => {
  const dir = aTemporaryFolder();
  execFileSync('git', ['archive', '--format=tar', `--output=${dir}.tar`, 'HEAD'], { cwd: project });
  execFileSync('tar', ['-xf', `${dir}.tar`, '-C', dir]);
  onTestFinished(() => rmSync(`${dir}.tar`));
  const run = (...args: string[]) => execFileSync('npm', args, { cwd: dir, env, encoding: 'utf8', stdio: 'pipe' });

  run('ci');
  expect(existsSync(join(dir, 'node_modules/vitest'))).toBe(false);
  run('run', 'build');
  run('run', 'deploy', '--', join(dir, 'live'));
  const child = spawn('node_modules/.bin/node', ['lib/commands/start.ts', '--root', join(dir, 'live')], {
    cwd: dir,
    env: { ...env, PORT: '0', HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(async () => {
    child.kill();
    await once(child, 'exit');
  });
  const [said] = await once(child.stdout, 'data');
  const address = /http:\S+/.exec(String(said))?.[0] ?? 'none';

  const front = await fetch(address);
  expect([front.status, front.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  expect(await front.text()).toContain('<h1');
}, 600_000);

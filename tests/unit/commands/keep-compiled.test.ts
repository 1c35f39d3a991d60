import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { aTemporaryFolder } from '../../support/temporary-folder.ts';

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));

describe('A command', () => {
  test.each(['start', 'build', 'dev', 'check', 'new', 'revise', 'deploy', 'hosts'])(
    'such as npm run %s is kept compiled, and does the same as without',
    { timeout: 20_000 },
    (name) => {
      const [node, ...args] = (scripts[name] ?? '').split(' ');
      const cache = aTemporaryFolder();
      const run = (list: readonly string[]) =>
        spawnSync(process.execPath, [...list, '--help'], {
          encoding: 'utf8',
          env: { ...process.env, NODE_COMPILE_CACHE: cache },
        });

      const { status, stdout, stderr } = run(args);

      expect(node).toBe('node');
      expect({ status, stdout, stderr }).toMatchObject({
        status: 0,
        stderr: '',
        stdout: run([`lib/commands/${name}.ts`]).stdout,
      });
      expect(args.slice(0, 2)).toEqual(['--import', './lib/commands/keep-compiled.mjs']);
      expect(readdirSync(cache)).not.toEqual([]);
    },
  );

  test('keeps it where nothing else is said, for the processes that it starts as well', () => {
    const { NODE_COMPILE_CACHE: _, ...env } = process.env;
    const says = 'console.log(process.env.NODE_COMPILE_CACHE, module.getCompileCacheDir())';
    const args = [
      '--import',
      './lib/commands/keep-compiled.mjs',
      '--eval',
      `const module = require('node:module'); ${says}`,
    ];

    const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', env });

    expect(stdout).toMatch(/(\S+node_modules\/\.cache\/standfirst\/compiled) \1\/\S+\n$/);
  });

  test('stops in words on a Node that is too old for it', () => {
    const older = "data:text/javascript,Object.defineProperty(process.versions, 'node', { value: '24.1.0' })";
    const args = ['--import', older, '--import', './lib/commands/keep-compiled.mjs', 'lib/commands/build.ts'];

    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });

    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^Standfirst needs Node 26 or later. This is Node 24.1.0.\n/);
    expect(stderr).not.toContain('    at ');
  });
});

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bundledScripts } from '@/lib/commands/command-bundles.mjs';
import { longTest } from '../../support/runs.ts';
import { aTemporaryFolder } from '../../support/temporary-folder.ts';

/** A project whose commands say where they are and what a module beside them says. */
function aProject() {
  const root = aTemporaryFolder();
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (const script of bundledScripts) write(script, '');
  for (const name of ['keep-compiled.mjs', 'command-bundles.mjs', 'bundle-commands.ts', 'enough-node.mjs'])
    cpSync(join('lib/commands', name), join(root, 'lib/commands', name));
  mkdirSync(join(root, 'node_modules'));
  for (const name of ['esbuild', '@esbuild'])
    symlinkSync(join(process.cwd(), 'node_modules', name), join(root, 'node_modules', name));
  write('lib/commands/words.ts', "export const words: string = 'before';");
  write(
    'lib/commands/check.ts',
    `import { words } from './words.ts';
    console.log(import.meta.url.endsWith('.ts') ? 'file by file' : 'bundle', words, import.meta.dirname, process.argv[2]);`,
  );
  write('make.ts', "import { bundleCommands } from './lib/commands/bundle-commands.ts'; await bundleCommands();");
  const run = (...args: string[]) => spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  return {
    root,
    write,
    bundle: () => expect(run('make.ts')).toMatchObject({ status: 0, stderr: '' }),
    check: () => run('--import', './lib/commands/keep-compiled.mjs', 'lib/commands/check.ts', '--strict').stdout.trim(),
  };
}

describe('A command with a bundle', () => {
  test('is loaded from it, and finds the files beside it as without', () => {
    const { root, bundle, check } = aProject();
    expect(check()).toBe(`file by file before ${join(root, 'lib/commands')} --strict`);
    bundle();
    expect(check()).toBe(`bundle before ${join(root, 'lib/commands')} --strict`);
  });

  longTest('is loaded from its files once one of them has changed, or a package was installed', () => {
    const { write, bundle, check } = aProject();
    bundle();
    write('lib/commands/words.ts', "export const words: string = 'afterwards';");
    expect(check()).toMatch(/^file by file afterwards /);
    bundle();
    expect(check()).toMatch(/^bundle afterwards /);
    write('node_modules/.package-lock.json', '{}');
    expect(check()).toMatch(/^file by file afterwards /);
  });
});

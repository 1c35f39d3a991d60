import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { fingerprintOf } from '@/lib/processes/fingerprint.ts';
import { aTemporaryFolder } from '../../support/temporary-folder.ts';

/** A folder with a file that was written some time ago. */
async function aFolder(): Promise<string> {
  const dir = aTemporaryFolder();
  writeFileSync(join(dir, 'index.md'), 'Text');
  while (fingerprintOf(dir) === '') await setTimeout(20);
  return dir;
}

describe('The fingerprint of a folder', () => {
  test('stays the same while nothing in it changes', async () => {
    const dir = await aFolder();
    expect(fingerprintOf(dir)).toBe(fingerprintOf(dir));
  });

  test('is another when a file of it is touched', async () => {
    const dir = await aFolder();
    const before = fingerprintOf(dir);
    utimesSync(join(dir, 'index.md'), 1, 1);
    expect(fingerprintOf(dir)).not.toBe(before);
  });

  test('is empty while a file is new', async () => {
    const dir = aTemporaryFolder();
    writeFileSync(join(dir, 'index.md'), 'Text');
    expect(fingerprintOf(dir)).toBe('');
  });

  test.each(['.index.md.swp', '4913', 'index.md~', '#index.md#', 'Thumbs.db', 'index.md.tmp'])(
    'says nothing of %s',
    async (name) => {
      const dir = await aFolder();
      const before = fingerprintOf(dir);
      writeFileSync(join(dir, name), 'x');
      expect(fingerprintOf(dir)).toBe(before);
    },
  );

  test('is that of no folder for a file, and for what is not there', async () => {
    const dir = await aFolder();
    expect([fingerprintOf(join(dir, 'index.md')), fingerprintOf(join(dir, 'nowhere'))]).toEqual(['none', 'none']);
  });

  test('can be taken while files come and go', async () => {
    const dir = await aFolder();
    mkdirSync(join(dir, 'versions'));
    const script = `const { writeFileSync, rmSync } = require('node:fs');
      console.log('begun');
      for (;;) for (const name of ['a.md', 'b.md', 'versions/1.md', 'versions/2.md']) {
        writeFileSync(${JSON.stringify(`${dir}/`)} + name, 'x');
        rmSync(${JSON.stringify(`${dir}/`)} + name);
      }`;
    const busy = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(async () => {
      busy.kill('SIGKILL');
      await new Promise((resolve) => busy.once('close', resolve));
      rmSync(dir, { recursive: true, force: true });
    });
    await new Promise((resolve) => busy.stdout.once('data', resolve));
    for (let count = 0; count < 5000; count++) fingerprintOf(dir);
  });
});

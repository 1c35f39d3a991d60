import { execFileSync } from 'node:child_process';
import { closeSync, constants, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { logWriter } from '@/lib/serve/log-writer.ts';
import { aTemporaryFolder } from '../../support/temporary-folder.ts';

/** A pipe that holds about 64 KB, open at both ends. */
function aPipe(): number {
  const path = join(aTemporaryFolder(), 'pipe');
  execFileSync('mkfifo', [path]);
  const pipe = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
  onTestFinished(() => closeSync(pipe));
  return pipe;
}

/** What is in a pipe now. */
function readPipe(pipe: number): string {
  const chunks: Buffer[] = [];
  try {
    for (;;) {
      const chunk = Buffer.alloc(64 * 1024);
      chunks.push(chunk.subarray(0, readSync(pipe, chunk)));
    }
  } catch {
    return Buffer.concat(chunks).toString();
  }
}

describe('A log', () => {
  test('has every line, in order, once it is closed', async () => {
    const path = join(aTemporaryFolder(), 'log');
    const log = logWriter(openSync(path, 'w'), () => {});
    const lines = Array.from({ length: 5000 }, (_, index) => `line ${index}`);

    for (const line of lines) log.write(line);
    await log.close();

    expect(readFileSync(path, 'utf8')).toBe(`${lines.join('\n')}\n`);
  });

  test('that nobody reads for a while loses lines, and says how many when it can be written again', async () => {
    const said: string[] = [];
    const pipe = aPipe();
    const log = logWriter(pipe, (line) => said.push(line));
    const lines = Array.from({ length: 50_000 }, (_, index) => `line ${index} ${'x'.repeat(50)}`);

    for (const line of lines) log.write(line);
    await expect.poll(() => said).toEqual([expect.stringMatching(/^The log cannot be written: .* still answered\.$/)]);
    let read = '';
    const all = () => {
      read += readPipe(pipe);
      // The notice comes with the next written line.
      log.write('one more');
      return read;
    };
    const written = () =>
      all()
        .split('\n')
        .filter((line) => /^line \d+ x{50}$/.test(line));
    const lost = () => Number(/(\d+) lines of this log were lost/.exec(all())?.[1] ?? 0);
    await expect.poll(() => written().length + lost(), { timeout: 20_000 }).toBe(lines.length);

    expect(lost()).toBeGreaterThan(0);
    expect(written()).toEqual(lines.slice(0, written().length));
  });

  test('goes on after a fault, and says once what the matter is', async () => {
    const said: string[] = [];
    const log = logWriter(openSync('/dev/full', 'w'), (line) => said.push(line));

    for (const line of ['one', 'two', 'three']) log.write(line);
    await log.close();

    expect(said).toEqual([expect.stringMatching(/^The log cannot be written: ENOSPC/)]);
  });
});

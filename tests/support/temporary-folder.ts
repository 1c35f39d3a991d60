import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** An empty folder for the running test, which is removed after it. */
export function aTemporaryFolder(): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'standfirst-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

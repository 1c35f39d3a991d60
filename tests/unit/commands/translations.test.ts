import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { prepareVersion } from '@/lib/authoring/revise.ts';
import { aContentFolder } from '../../support/content-folder.ts';
import { callCommand, runCommand } from '../../support/run-command.ts';
import { twoLanguages } from '../../support/two-languages.ts';

const start = Date.UTC(2026, 0, 20, 12);
const pier = 'articles/storm/1-pier.md';

describe('npm run translations', { timeout: 60_000 }, () => {
  test('says with --help what it does', () => {
    const { status, stdout } = runCommand('translations', ['--help']);

    expect(status).toBe(0);
    expect(stdout).toMatch(/^npm run translations\n/);
    for (const option of ['--content <dir>', '--format <format>', '--fail-after <time>'])
      expect(stdout).toContain(option);
  });

  test('lists what revise has left behind, and fails only if a correction has waited for too long', async () => {
    const content = aContentFolder(twoLanguages);
    prepareVersion(content, { slug: 'storm', kind: 'publish', note: 'First published.' }, start).write();
    const revise = (...words: string[]) => callCommand('revise', ['storm', ...words, '--content', content]);
    await revise('--lang', 'ar', '--kind', 'publish', '--note', 'نُشر أول مرة.');
    writeFileSync(join(content, pier), '---\ntitle: The pier\n---\n\nNearly every plank held.\n');
    const { stdout: told } = await revise('--kind', 'correction', '--note', 'One plank broke.');
    const list = (...words: string[]) => callCommand('translations', ['--content', content, ...words]);

    expect(told).toContain('Behind now: storm in ar, which translates version 1: section pier.\n');
    const { status, stdout } = await list();
    expect({ status, lines: stdout.split('\n') }).toEqual({
      status: 0,
      lines: [
        `${content}/articles/storm/index.ar.md  translates version 1 of 2`,
        expect.stringContaining('  section pier was corrected on '),
        '',
        '1 of 1 translation is behind.',
        '',
      ],
    });
    expect((await list('--fail-after', '48h')).status).toBe(0);
    expect((await list('--fail-after', '0m')).status).toBe(1);
    expect(JSON.parse((await list('--format', 'json')).stdout).translations).toMatchObject([{ article: 'storm' }]);
  });

  test('refuses a format and a time that are none, and a folder without a publication', () => {
    const content = aContentFolder(twoLanguages);
    const call = (...words: string[]) => runCommand('translations', ['--content', content, ...words]);

    expect(call('--format', 'xml')).toMatchObject({ status: 2, stderr: expect.stringContaining('no format "xml"') });
    expect(call('--fail-after', 'soon')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('as in 90m, 48h or 3d'),
    });
    expect(runCommand('translations', ['--content', 'no/such'])).toMatchObject({ status: 1 });
  });
});

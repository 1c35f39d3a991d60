import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckExample } from '../../lib/reference/checks-page.ts';

/** Stands for the bytes of a picture. */
const picture = '(a picture)';

/** Stands for a text that is too long to show, and whose length is the fault. */
const longText = (text: string) => `(${text.length.toLocaleString('en')} characters)\n`;

const fixtures = join(import.meta.dirname, '../fixtures');

/**
 * The example of a check: the files of its folder that differ from the minimal content, with their counterparts in
 * `good/` or, if there are none, in the minimal content itself.
 */
export function checkExample(code: string): CheckExample {
  const dir = join(fixtures, 'problems', code);
  const lists = (part: string) =>
    existsSync(join(dir, part))
      ? globSync('**', { cwd: join(dir, part) }).filter((path) => isFile(join(dir, part, path)))
      : [];
  const read = (file: string) =>
    !isFile(file) ? undefined : /\.(md|txt)$/.test(file) ? shown(readFileSync(file, 'utf8')) : picture;
  const removed = existsSync(join(dir, 'remove.txt')) ? linesOf(join(dir, 'remove.txt')) : [];
  const paths = [...new Set([...lists('content'), ...lists('good'), ...removed])].filter((path) => path !== '.').sort();
  const files = paths.map((path) => {
    const minimal = read(join(fixtures, 'minimal-content', path));
    return {
      path: `content/${path}`,
      wrong: removed.includes(path) ? undefined : (read(join(dir, 'content', path)) ?? minimal),
      right: read(join(dir, 'good', path)) ?? minimal,
    };
  });
  const earlier = lists('earlier').map((path) => ({
    path: `content/${path}`,
    text: read(join(dir, 'earlier', path)) ?? '',
  }));
  return {
    earlier,
    files: files.filter(({ wrong, right }) => wrong !== right),
    told: linesOf(join(dir, 'expected.txt')),
  };
}

function shown(text: string): string {
  return text.length > 2_000 ? longText(text) : text;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function linesOf(file: string): string[] {
  return readFileSync(file, 'utf8').trimEnd().split('\n');
}

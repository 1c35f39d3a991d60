import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { fixtures } from '../../support/content-folder.ts';

/** The compiler checks the whole project. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const page = readFileSync('docs/contributing.md', 'utf8');
const bin = join(process.cwd(), 'node_modules/.bin');
let copy = '';

/** Does what a recipe says, in a copy of the project. */
function follow(title: string): void {
  const [, recipe = ''] = page.split(`\n### ${title}\n`);
  const steps = /(?:In|In a new file|Copy) `([^`]+)`[\s\S]*?(?=\n(?:In|In a new file|Copy) `|$)/g;
  let count = 0;
  for (const [step, file = ''] of recipe.split(/\n##+ /)[0]?.matchAll(steps) ?? []) {
    count++;
    const path = join(copy, file);
    const [, code = ''] = /\n```\w+\n([\s\S]*?\n)```/.exec(step) ?? [];
    const [, how, anchor = ''] = /^In `[^`]+`, (before|instead of) `([^`]+)`:/.exec(step) ?? [];
    const [, to, now = '', before = ''] =
      /^Copy `[^`]+` to `([^`]+)`, name its function `([^`]+)` instead of `([^`]+)`/.exec(step) ?? [];
    if (to !== undefined) {
      writeFileSync(join(copy, to), readFileSync(path, 'utf8').replaceAll(before, now));
      continue;
    }
    if (step.startsWith('In a new file')) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, code);
      continue;
    }
    const text = readFileSync(path, 'utf8');
    if (how === undefined || !text.includes(anchor)) throw new Error(`${title}: ${file} has no ${anchor}`);
    writeFileSync(path, text.replaceAll(anchor, how === 'before' ? `${code}${anchor}` : code.trimEnd()));
  }
  expect(count, title).toBeGreaterThan(1);
}

/** The output of a program that runs in the copy. */
function run(command: string, ...args: string[]): string {
  const { stdout, stderr } = spawnSync(join(bin, command), args, { cwd: copy, encoding: 'utf8' });
  return stdout + stderr;
}

/** The output of a module that runs in the copy. */
function evaluate(code: string): string {
  return run('node', '--input-type=module', '-e', code).trim();
}

beforeAll(() => {
  copy = mkdtempSync(join(realpathSync(tmpdir()), 'standfirst-'));
  for (const name of [
    'app',
    'components',
    'lib',
    'tests/support',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'next.config.ts',
  ]) {
    cpSync(name, join(copy, name), { recursive: true });
  }
  cpSync(join(fixtures, 'minimal-content'), join(copy, 'content'), { recursive: true });
  symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'));
  // The language comes last: it is copied with the words that a key adds.
  for (const title of ['A check', 'A key of an article', 'A kind of page', 'A language of the interface'])
    follow(title);
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

test('All recipes leave code whose types are right', () => {
  // Next writes which of its own types there are.
  run('next', 'typegen');
  const errors = run('tsc', '--noEmit')
    .split('\n')
    .filter((line) => /^(app|components|lib)\//.test(line));
  expect(errors).toEqual([]);
});

test('A check is a file and three rows', () => {
  const index = join(copy, 'content/articles/storm/index.md');
  const text = readFileSync(index, 'utf8');
  writeFileSync(index, `${text}\nThe wind fell!\n`);
  expect(run('node', 'lib/commands/check.ts', '--cache', 'cache')).toContain('warning  exclamation-mark');
  writeFileSync(index, text);
});

test('A language is a file and a row', () => {
  const site = join(copy, 'content/site.md');
  const text = readFileSync(site, 'utf8');
  writeFileSync(site, text.replace('lang: en-GB', 'lang: fr'));
  expect(run('node', 'lib/commands/check.ts', '--cache', 'cache')).toContain('No problems');
  writeFileSync(site, text);
});

test('A kind of page is an address, two rows and a route', () => {
  const code = `
    import { loadWholeContent } from './lib/content/load-content.ts';
    import { publish } from './lib/publication/publish.ts';
    import { pagesOf, indexedPages } from './lib/publication/pages/page-list.ts';
    const publication = publish(loadWholeContent('content'), Date.parse('2027-01-01T00:00:00Z'));
    for (const list of [pagesOf(publication), indexedPages(publication)])
      console.log(list.some(({ route }) => route === '/contact/'));`;
  expect(evaluate(code)).toBe('true\ntrue');
});

test('A key is read, shown and recorded', () => {
  const index = join(copy, 'content/articles/storm/index.md');
  const text = readFileSync(index, 'utf8');
  writeFileSync(index, text.replace('topics:', 'thanks: The harbour master.\ntopics:'));
  const code = `
    import { readArticle } from './lib/authoring/load-article.ts';
    const { text } = readArticle('content', 'storm');
    console.log(JSON.stringify(text.filter(({ name }) => name === 'thanks')));`;
  expect(evaluate(code)).toBe('[{"name":"thanks","markdown":"The harbour master."}]');
  writeFileSync(index, text);
});

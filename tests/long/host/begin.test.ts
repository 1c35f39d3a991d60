import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { committing, withGit } from '../../support/with-git.ts';

const project = process.cwd();
const guide = readFileSync('docs/begin.md', 'utf8');
const answers = [
  ...['--name', 'The Harbour Gazette', '--url', 'https://harbour.example', '--lang', 'en-GB'],
  ...['--time-zone', 'Europe/London', '--publisher', 'Harbour Press', '--contact', 'desk@harbour.example'],
];

/** A folder with the engine as it is published, and a clone of it with its packages, as somebody would have it. */
let dir = '';
const upstream = () => join(dir, 'upstream');
const engine = () => join(dir, 'standfirst');

beforeAll(() => {
  dir = mkdtempSync(join(realpathSync(tmpdir()), 'standfirst-'));
  // As in a repository or in a plain folder of files.
  const left = /^(?:\.git|\.next|node_modules|out|test-results)(?:$|[./])/;
  cpSync(project, upstream(), { recursive: true, filter: (path) => !left.test(relative(project, path)) });
  withGit(upstream(), `git init --quiet && ${committing}`);
  withGit(dir, 'git clone --quiet upstream standfirst');
  const packages = join(project, 'node_modules');
  withGit(engine(), `cp -al "${packages}" . 2> /dev/null || cp -a "${packages}" .; rm -rf node_modules/.cache`);
}, 300_000);

afterAll(() => rmSync(dir, { recursive: true, force: true }), 300_000);

/** Runs a command of package.json in the engine, as it is there. */
function npm(name: string, ...args: string[]): string {
  const command = [`lib/commands/${name}.ts`, ...args];
  return execFileSync(process.execPath, command, { cwd: engine(), encoding: 'utf8', stdio: 'pipe' });
}

/** The problems of a content folder, warnings too. */
function problemsIn(content: string): unknown[] {
  const report = z.object({ problems: z.array(z.looseObject({ file: z.string() })) });
  const { problems } = report.parse(JSON.parse(npm('check', '--format', 'json', '--content', content)));
  return problems;
}

/** What the guide says to type, between two of its lines or from one to its end. */
function commandsOf(from: string, to?: string): string {
  const [, after] = guide.split(`\n${from}\n`);
  const [between, rest] = to === undefined ? [after, ''] : (after?.split(`\n${to}\n`) ?? []);
  if (between === undefined || rest === undefined) throw new Error(`docs/begin.md has no longer: ${from} … ${to}`);
  const lines = [...between.matchAll(/^ {4}(.*)$/gm)].map(([, line]) => line);
  return lines.filter((line) => line !== 'npm ci').join('\n');
}

/** Publishes a new engine, in which every page begins with another word. */
function publishAnotherEngine(words: string): void {
  const file = join(upstream(), 'lib/languages/english.ts');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/skipToText: '.*'/, `skipToText: '${words}'`));
  withGit(upstream(), committing);
}

test('Content in a repository of its own outlives an update of an engine that nobody has touched', () => {
  npm('new', 'site', '../harbour', ...answers);
  withGit(engine(), commandsOf('## Two repositories', 'To update the engine:'));
  expect(problemsIn('../harbour')).toEqual([]);
  npm('build', '--content', '../harbour', '--out', '../harbour-site');
  const front = () => readFileSync(join(dir, 'harbour-site/index.html'), 'utf8');
  expect(front()).toContain('Skip to the text');

  publishAnotherEngine('Go to the text');
  withGit(
    engine(),
    commandsOf('To update the engine:', 'If the code has changed, the next build makes every page again.'),
  );
  expect(problemsIn('../harbour')).toEqual([]);
  npm('build', '--content', '../harbour', '--out', '../harbour-site');

  expect(front()).toContain('Go to the text');
  expect(withGit(engine(), 'git status --porcelain')).toBe('');
  expect(withGit(join(dir, 'harbour'), 'git status --porcelain')).toBe('');
});

test('Content in the repository of the engine stays as it is when a new engine is merged', () => {
  withGit(engine(), 'git checkout --quiet -B ours && rm -r content');
  npm('new', 'site', 'content', ...answers);
  withGit(engine(), committing);
  const before = withGit(engine(), 'git ls-tree -r HEAD content');

  publishAnotherEngine('On to the text');
  for (const path of ['site.md', 'articles/iraq-syria-border/index.md', 'topics/new.md']) {
    writeFileSync(join(upstream(), 'content', path), 'Another text of theirs.\n');
  }
  withGit(upstream(), committing);
  const merging = commandsOf('To update the engine, commit your changes, then merge everything but the content:');
  withGit(engine(), merging.replace(/https:\S+/, upstream()));

  expect(withGit(engine(), 'git ls-tree -r HEAD content')).toBe(before);
  expect(withGit(engine(), 'git status --porcelain')).toBe('');
  expect(readFileSync(join(engine(), 'lib/languages/english.ts'), 'utf8')).toContain('On to the text');
  expect(problemsIn('content')).toEqual([]);
});

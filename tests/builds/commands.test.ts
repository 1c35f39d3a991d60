import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandScript } from '../support/command-script.ts';
import { Newsroom } from '../support/newsroom.ts';
import { runCommand } from '../support/run-command.ts';
import { longTest } from '../support/runs.ts';

let dir = '';
let content = '';
let out = '';
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'standfirst-'));
  content = join(dir, 'content');
  out = join(dir, 'out');
  const room = new Newsroom(content);
  const plain = { kind: 'write', words: 5, published: -1, draft: false, expires: false, link: -1 } as const;
  room.do({ ...plain, article: 1, topics: ['t', 'u'], authors: ['b'] });
  mkdirSync(join(content, 'pages'));
  writeFileSync(join(content, 'pages/ethics.md'), '---\ntitle: Ethics\n---\n\nWe name our sources.\n');
});
afterAll(() => rmSync(dir, { recursive: true }));

describe('npm run build', () => {
  test('prints a table of the pages with their bytes, how many there are, and that there are warnings', () => {
    const { status, stdout } = runCommand('build', ['--content', content, '--out', out]);
    expect(status).toBe(0);
    expect(stdout).toContain(`The content has 2 warnings: npm run check -- --content ${content} lists them.\n`);
    expect(stdout).toMatch(/articles\/a1\/index\.html +[\d,]+ +[\d,]+\n/);
    expect(stdout).toMatch(/12 pages made in .*out\/ after/);
  });

  /** The content with a faulty author, a faulty page and a missing topic. */
  function badContent() {
    const bad = join(dir, 'bad-content');
    cpSync(content, bad, { recursive: true });
    rmSync(join(bad, 'topics', 'u.md'));
    writeFileSync(join(bad, 'authors', 'b.md'), '---\nnaem: x\n---\n');
    writeFileSync(join(bad, 'pages', 'ethics.md'), '---\ntitle: Ethics\n---\n\nWe name them.[^1]\n');
    return bad;
  }

  test('ends with 3 if an article and a page at fault keep their pages, tells all problems, and names it in the last line', () => {
    const bad = badContent();
    const pages = () => ['articles/a1', 'ethics'].map((route) => readFileSync(join(out, route, 'index.html'), 'utf8'));
    const before = pages();
    const { status, stderr } = runCommand('build', ['--content', bad, '--out', out]);
    expect(status).toBe(3);
    expect(stderr).toContain(`${join(bad, 'authors', 'b.md')}:2:1  error  key-unknown`);
    expect(stderr).toContain('topic-unknown');
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(stderr.trimEnd().split('\n').at(-1)).toMatch(
      /^1 article and 1 page have errors and keep their last good pages: a1, pages\/ethics\. First problem: .*a1\/index\.md:\d+:\d+\. Fix it, then build again\.$/,
    );
    expect(pages()).toEqual(before);
  });

  longTest('leaves the site as it was where there are no pages to keep, and says what to do', () => {
    const anew = join(dir, 'anew');
    const { status, stderr } = runCommand('build', ['--content', badContent(), '--out', anew]);
    expect(status).toBe(1);
    expect(stderr).toContain(
      `a1, pages/ethics are published with errors, and there are no earlier pages of them to keep. Fix them, or add "draft: true" to an article and move the file of a page out of pages/ until then. ${anew}/ has no earlier build: if there is one elsewhere, such as in the cache of a workflow, restore ${anew}/ and ${anew}.press/ first.`,
    );
    expect(stderr).toContain('4 problems in the content. The site was not changed.');
    expect(existsSync(anew)).toBe(false);
  });
});

describe('the folder of the finished site', () => {
  test('is never one that holds the files of others', () => {
    const precious = join(dir, 'precious');
    mkdirSync(precious);
    writeFileSync(join(precious, 'letter.txt'), 'mine');
    const { status, stderr } = runCommand('build', ['--out', precious]);
    expect(status).toBe(1);
    expect(stderr).toContain('contains files that no build made');
    expect(readFileSync(join(precious, 'letter.txt'), 'utf8')).toBe('mine');
  });
});

describe('npm start', () => {
  test('builds what has changed, and serves the site', async () => {
    const index = join(content, 'articles/a1/index.md');
    writeFileSync(index, `${readFileSync(index, 'utf8')}\nOne sentence more.\n`);
    const child = spawn(process.execPath, [...commandScript('start'), '--content', content, '--out', out], {
      env: { ...process.env, PORT: '0' },
    });
    try {
      const address = await new Promise<string>((resolve, reject) => {
        let output = '';
        child.stdout.on('data', (chunk: Buffer) => {
          output += chunk.toString();
          const found = /Serving .* at (http:\S+)/.exec(output)?.[1];
          if (found) resolve(found);
        });
        child.on('close', () => reject(new Error(output)));
      });
      const article = await fetch(`${address}/articles/a1/`);
      expect([article.status, article.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
      expect(await article.text()).toContain('One sentence more.');
      const nowhere = await fetch(`${address}/nowhere/`);
      expect(nowhere.status).toBe(404);
      expect(await nowhere.text()).toContain('Page not found');
    } finally {
      child.kill();
    }
  });

  longTest('says in one line what to do when the port is in use', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    const { port } = server.address() as AddressInfo;
    const env = { PORT: String(port) };
    const { status, stderr } = runCommand('start', ['--content', content, '--out', out], env);
    server.close();
    expect(status).toBe(2);
    expect(stderr).toContain(`Port ${port} is in use. Choose another one: PORT=${port + 1} npm start`);
  });
});

import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect as baseExpect, test } from '@playwright/test';
import { deskContent, putFiles, withPickedFolder } from '../support/desk-server.ts';

// Next compiles each kind of page on the first request.
const expect = baseExpect.configure({ timeout: 120_000 });

test.describe.configure({ mode: 'serial', timeout: 600_000 });
test.use({ viewport: { width: 1600, height: 1400 } });

const root = join(import.meta.dirname, '../..');
let folder = '';
let content = '';
let server: ChildProcess;
let address = '';
let terminal = '';

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'standfirst-'));
  content = join(folder, 'content');
  cpSync(join(root, 'tests/fixtures/minimal-content'), content, { recursive: true });
  const args = ['lib/commands/dev.ts', '--desk', '--content', content, '--out', join(folder, 'out'), '--port', '0'];
  server = spawn(process.execPath, args, { cwd: root });
  address = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      terminal += chunk;
      const found = /The desk is at (http:\/\/[^/]+)\/desk\//.exec(terminal)?.[1];
      if (found) resolve(found);
    };
    server.stdout?.on('data', read);
    server.stderr?.on('data', read);
    server.on('close', () => reject(new Error(terminal)));
  });
});

test.afterAll(() => {
  server.kill();
  rmSync(folder, { recursive: true });
});

test('npm run desk has the forms, the preview and the problems with links to their fields in one window', async ({
  page,
}) => {
  await withPickedFolder(page);
  await page.goto(`${address}/admin/cms/LICENSE.txt`);
  const files = globSync('**/*.md', { cwd: content });
  await putFiles(page, Object.fromEntries(files.map((path) => [path, readFileSync(join(content, path), 'utf8')])));
  await page.goto(`${address}/desk/`);
  const forms = page.frameLocator('#forms');
  const preview = page.frameLocator('#page');
  await forms.getByRole('button', { name: 'Work with Local Repository' }).click();
  await forms.getByRole('row', { name: /The storm passes/ }).click();

  // The page of the article that is open.
  await expect(preview.getByRole('heading', { name: 'The storm passes', level: 1 })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'No problems' })).toBeVisible();

  // A save shows in the page. The browser's own folder stands for the one on the disk.
  const title = forms.getByRole('textbox', { name: 'Title', exact: true });
  await title.fill(`The storm ${'has passed '.repeat(9)}`.trim());
  await forms.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(forms.getByRole('button', { name: 'Save', exact: true })).toHaveCount(0);
  const index = 'articles/storm/index.md';
  await expect(async () => expect((await deskContent(page, ''))[index]).toContain('has passed')).toPass();
  writeFileSync(join(content, index), (await deskContent(page, ''))[index] ?? '');
  await forms.getByRole('row', { name: /has passed/ }).click();
  await expect(preview.getByRole('heading', { name: /has passed/, level: 1 })).toBeVisible();

  // The checker's problem leads to its field, also from another form.
  const problem = page.getByRole('listitem').filter({ hasText: 'headline' });
  await expect(problem).toBeVisible();
  await page.evaluate(() => {
    const frame = document.querySelector<HTMLIFrameElement>('#forms');
    if (frame?.contentWindow) frame.contentWindow.location.hash = '#/collections/topics';
  });
  await problem.getByRole('button').click();
  await expect(title).toBeFocused();
});

test('the desk of a preview is open only if it is asked for, and only to this machine', async ({ request }) => {
  const answer = await request.get(`${address}/desk/problems.json`, {
    headers: { origin: 'https://elsewhere.example' },
  });
  expect(answer.status()).toBe(403);
});

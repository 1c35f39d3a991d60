import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect as baseExpect, test } from '@playwright/test';
import { deskContent, putFiles, withPickedFolder } from '../../support/desk-server.ts';
import { type PreviewProcess, startPreview } from '../../support/preview-process.ts';

// Next compiles each kind of page on the first request.
const expect = baseExpect.configure({ timeout: 120_000 });

test.describe.configure({ mode: 'serial', timeout: 600_000 });
test.use({ viewport: { width: 1600, height: 1400 } });

let content = '';
let address = '';
let preview: PreviewProcess;

test.beforeAll(async () => {
  preview = await startPreview('tests/fixtures/minimal-content', /The desk is at (http:\/\/[^/]+)\/desk\//, '--desk');
  ({ content, address } = preview);
});

test.afterAll(() => preview.close());

test('npm run desk has the forms, the preview and the problems with links to their fields in one window', async ({
  page,
}) => {
  await withPickedFolder(page);
  await page.goto(`${address}/admin/cms/LICENSE.txt`);
  const files = globSync('**/*.md', { cwd: content });
  await putFiles(page, Object.fromEntries(files.map((path) => [path, readFileSync(join(content, path), 'utf8')])));
  await page.goto(`${address}/desk/`);
  const forms = page.frameLocator('#forms');
  const shown = page.frameLocator('#page');
  await forms.getByRole('button', { name: 'Work with Local Repository' }).click();
  await forms.getByRole('row', { name: /The storm passes/ }).click();

  // The page of the article that is open.
  await expect(shown.getByRole('heading', { name: 'The storm passes', level: 1 })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'No problems' })).toBeVisible();

  // A save shows in the page, even if the one that follows the list of articles is still on its way. The browser's own folder
  // stands for the one on the disk.
  const home = Promise.withResolvers<void>();
  await page.route(`${address}/`, async (route) => {
    await home.promise;
    await route.abort();
  });
  const title = forms.getByRole('textbox', { name: 'Title', exact: true });
  await title.fill(`The storm ${'has passed '.repeat(9)}`.trim());
  await forms.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(forms.getByRole('button', { name: 'Save', exact: true })).toHaveCount(0);
  const index = 'articles/storm/index.md';
  await expect(async () => expect((await deskContent(page, ''))[index]).toContain('has passed')).toPass();
  writeFileSync(join(content, index), (await deskContent(page, ''))[index] ?? '');
  await forms.getByRole('row', { name: /has passed/ }).click();
  await expect(forms.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue(/has passed/);
  home.resolve();
  await expect(shown.getByRole('heading', { name: /has passed/, level: 1 })).toBeVisible();
  await page.unroute(`${address}/`);

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

test('the desk of a preview is open only to this machine', async ({ request }) => {
  const answer = await request.get(`${address}/desk/problems.json`, {
    headers: { origin: 'https://elsewhere.example' },
  });
  expect(answer.status()).toBe(403);
});

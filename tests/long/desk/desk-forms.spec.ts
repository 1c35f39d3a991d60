import type { Page } from '@playwright/test';
import { aPng } from '../../support/a-png.ts';
import { chooseAuthorAndTopic, deskContent, deskTexts, expect, openDesk, test } from '../../support/desk-server.ts';

const saved = async (page: Page) => {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toHaveCount(0);
};
const open = (page: Page, site: string, at: string) => page.goto(`${site}/admin/#/collections/${at}`);
const box = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true }).first();

/** Waits until a file of the working folder has this text. */
const becomes = (page: Page, path: string, text: string) =>
  expect(async () => expect((await deskContent(page))[path]).toBe(text)).toPass();

// Fields are drawn as they come into the window.
test.use({ viewport: { width: 1280, height: 3000 } });

test('an editor works in the forms', async ({ page, site }) => {
  // One window for all of it: the desk takes longer to start than to save.
  await openDesk(page, site, deskTexts);
  const storm = deskTexts['articles/storm/index.md'] ?? '';
  const picture = 'picture:\n  image: pier.png\n  alt: The pier at dawn\n  credit: Ada Reed\n';

  await test.step('gives an article a picture, for which what it shows and who made it are demanded', async () => {
    await open(page, site, 'articles/entries/storm/index');
    await expect(box(page, 'Text')).toHaveValue(/The wind/);
    await page.getByRole('checkbox', { name: /Add .*Picture/ }).check();
    await page.getByRole('button', { name: 'Browse' }).first().click();
    await expect(page.getByText('Unsplash')).toHaveCount(0);
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Upload' }).click(),
    ]);
    await chooser.setFiles({ name: 'pier.png', mimeType: 'image/png', buffer: Buffer.from(aPng()) });
    await page.getByRole('button', { name: 'Insert' }).click();
    await box(page, 'Alt').fill('The pier at dawn');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText(/errors?/i).first()).toBeVisible();
    await box(page, 'Credit').fill('Ada Reed');
    await saved(page);
    await expect(async () =>
      expect(Object.keys(await deskContent(page))).toContain('articles/storm/pier.png'),
    ).toPass();
    await becomes(page, 'articles/storm/index.md', storm.replace('---\n\n', `${picture}---\n\n`));
  });

  await test.step('is not let go without saying which kind of change it is', async () => {
    const before = await deskContent(page);
    await open(page, site, 'articles/entries/storm/index');
    await expect(box(page, 'Text')).toHaveValue(/The wind/);
    await page.getByRole('checkbox', { name: /Add .*What changed/ }).check();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText(/errors/i).first()).toBeVisible();
    expect(await deskContent(page)).toEqual(before);
  });

  await test.step('corrects the article, and says what was wrong', async () => {
    await box(page, 'Text').fill('The wind fell at noon.');
    await page.getByRole('radio', { name: 'correction' }).click();
    await box(page, 'Why, in a sentence for readers').fill('We had the hour wrong.');
    await box(page, 'Published').fill('2026-01-20T10:00');
    await saved(page);
    await becomes(
      page,
      'articles/storm/index.md',
      storm
        .replace('at dawn', 'at noon')
        .replace('2026-01-19T18:00:00+00:00', '2026-01-20T10:00:00+03:00')
        .replace('---\n\n', `${picture}change:\n  kind: correction\n  note: We had the hour wrong.\n---\n\n`),
    );
  });

  await test.step('begins an article, whose slug is proposed', async () => {
    await open(page, site, 'articles/new');
    await box(page, 'Title').fill('The calm after the storm');
    await box(page, 'Standfirst').fill('It is quiet.');
    await box(page, 'Text').fill('It came.');
    await page.getByRole('switch', { name: 'Draft' }).click();
    await box(page, 'Published').fill('2026-02-01T09:00');
    await chooseAuthorAndTopic(page);
    await saved(page);
    await becomes(
      page,
      'articles/the-calm-after-the-storm/index.md',
      `---
title: The calm after the storm
standfirst: It is quiet.
draft: true
published: 2026-02-01T09:00:00+03:00
authors:
  - ada-reed
topics:
  - weather
---

It came.
`,
    );
  });

  await test.step('begins a section of an article, whose place and id are proposed', async () => {
    await open(page, site, 'sections/new?path=storm');
    await box(page, 'Title').fill('The old quay');
    await box(page, 'Text').fill('It stood.');
    await saved(page);
    await becomes(page, 'articles/storm/9-the-old-quay.md', '---\ntitle: The old quay\n---\n\nIt stood.\n');
  });
});

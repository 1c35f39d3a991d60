import { complaintsOf } from '../support/complaints.ts';
import { onlyLong } from '../support/only-long.ts';
import { expect, test } from '../support/site-server.ts';

const article = '/articles/iraq-syria-border/';

test.describe('a reader who changes the language', () => {
  test('comes to the same section, and back', async ({ page, served }) => {
    const heard = await complaintsOf(page);
    await page.goto(`${served.bilingual}${article}#sadrs-warning`);
    await page.locator('.masthead').getByRole('link', { name: 'العربية' }).click();
    await expect(page).toHaveURL(`${served.bilingual}/ar${article}#sadrs-warning`);
    await expect(page.getByRole('heading', { name: 'تحذير الصدر' })).toBeInViewport();
    await expect(page.locator('html')).toHaveAttribute('lang', 'ar-IQ');
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await page.locator('article').getByRole('link', { name: 'English' }).click();
    await expect(page).toHaveURL(`${served.bilingual}${article}#sadrs-warning`);
    expect(heard).toEqual([]);
  });

  test('stays on the same topic', onlyLong(), async ({ page, served }) => {
    await page.goto(`${served.bilingual}/ar/topics/syria/`);
    await page.getByRole('link', { name: 'English' }).click();
    await expect(page).toHaveURL(`${served.bilingual}/topics/syria/`);
  });

  test('is on a page that does not exist told so in its language', onlyLong(), async ({ page, served }) => {
    const answer = await page.goto(`${served.bilingual}/ar/nowhere/`);
    expect(answer?.status()).toBe(404);
    await expect(page.locator('html')).toHaveAttribute('lang', 'ar-IQ');
    await page.getByRole('link', { name: 'English' }).click();
    await expect(page).toHaveURL(`${served.bilingual}/`);
  });

  test('comes from a name in the text to the glossary of the language', onlyLong(), async ({ page, served }) => {
    await page.goto(`${served.bilingual}/ar${article}`);
    await page.locator('.prose .who').filter({ hasText: 'عين الأسد' }).first().click();
    await expect(page).toHaveURL(`${served.bilingual}/ar/glossary/#ain-al-asad-air-base`);
    await expect(page.getByRole('heading', { name: 'قاعدة عين الأسد الجوية' })).toBeInViewport();
  });

  test('finds in Arabic what is written in it, with and without the article', async ({ page, served }) => {
    const heard = await complaintsOf(page);
    await page.goto(`${served.bilingual}/ar/search/`);
    for (const words of ['الكاميرات الحرارية', 'مسيرة', 'للتحالف']) {
      await page.getByRole('searchbox').fill(words);
      await expect(page.locator('.hit')).toHaveCount(1);
    }
    await page.locator('.hit').getByRole('link').first().click();
    await expect(page).toHaveURL(new RegExp(`^${served.bilingual}/ar${article}`));
    await page.goto(`${served.bilingual}/ar/search/?q=prison`);
    await expect(page.getByRole('status')).not.toHaveText(/^$|…$/);
    await expect(page.locator('.hit')).toHaveCount(0);
    expect(heard).toEqual([]);
  });

  test.describe('without scripts', () => {
    test.use({ javaScriptEnabled: false });

    test('comes to the article', async ({ page, served }) => {
      await page.goto(`${served.bilingual}${article}#sadrs-warning`);
      await page.locator('article').getByRole('link', { name: 'العربية' }).click();
      await expect(page).toHaveURL(`${served.bilingual}/ar${article}`);
    });
  });
});

import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import sharp from 'sharp';
import { builtEditions } from '../../../lib/serve/built-editions.ts';
import { serve } from '../../../lib/serve/serve.ts';
import { aPng } from '../../support/a-png.ts';
import { chooseAuthorAndTopic, expect, serveDesk, test } from '../../support/desk-server.ts';
import { fakeGitHost } from '../../support/fake-git-host.ts';
import { committing, withGit } from '../../support/with-git.ts';

test.use({ viewport: { width: 1360, height: 1500 } });
// The last step builds a site.
test.describe.configure({ timeout: 600_000 });

const box = (where: Page | Locator, name: string) => where.getByRole('textbox', { name, exact: true }).first();
const node = (...args: string[]) => spawnSync(process.execPath, args, { encoding: 'utf8' });

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  // The form closes by itself when everything is written.
  await page.waitForURL(({ hash }) => !/\/(?:new|entries)/.test(hash));
}

/** Says of a change what it is. */
async function say(page: Page, kind: string, note: string): Promise<void> {
  await page.getByRole('checkbox', { name: /Add .*What changed/ }).check();
  await page.getByRole('radio', { name: kind }).click();
  await box(page, 'Why, in a sentence for readers').fill(note);
}

// docs/desk.md tells this story with the pictures that it makes with --update-snapshots=all.
test('an editor signs in, writes a story, is told of mistakes, publishes and corrects it, and the record has both', async ({
  page,
  context,
}, { config }) => {
  const shot = async (name: string, clip?: { x: number; y: number; width: number; height: number }) => {
    if (config.updateSnapshots !== 'all') return;
    const png = await page.screenshot(clip && { clip });
    writeFileSync(
      `docs/screenshots/${name}.webp`,
      await sharp(png).resize({ width: 1000 }).webp({ quality: 60 }).toBuffer(),
    );
  };
  const dir = mkdtempSync(join(tmpdir(), 'standfirst-'));
  const content = join(dir, 'content');
  cpSync('tests/fixtures/minimal-content', content, { recursive: true });
  const siteFile = join(content, 'site.md');
  const desk = 'desk: { backend: gitea, repo: harbour/news, host: "https://git.example", app: desk-app }\n';
  writeFileSync(siteFile, readFileSync(siteFile, 'utf8').replace('lang:', `${desk}lang:`));
  withGit(dir, `git init --quiet && ${committing} && git switch --quiet --create desk`);
  const host = await fakeGitHost(dir, 'a-token-of-ada');
  const repository = { repo: 'harbour/news', branch: 'desk', folder: 'content' };
  const site = await serveDesk({
    backend: 'gitea',
    ...repository,
    host: host.address,
    app: 'desk-app',
    signIn: undefined,
  });
  /** What the workflow does on the branch, and what its check says. */
  const workflow = () => {
    const said = node('lib/commands/revise.ts', '--from-changes', '--content', content).stdout;
    withGit(dir, `${committing} --allow-empty`);
    const check = node(
      'lib/commands/check.ts',
      '--strict',
      '--format',
      'github',
      '--content',
      content,
      '--since',
      'main',
    );
    return { said, check: check.stdout.replaceAll(`${dir}/`, ''), isGreen: check.status === 0 };
  };

  // Signs in.
  await page.goto(`${site.address}/admin/`);
  const [popup] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('button', { name: /Sign In with/ }).click(),
  ]);
  await popup.getByRole('link', { name: 'Authorize' }).click();
  await expect(page.getByRole('row', { name: /The storm passes/ })).toBeVisible();

  // Writes a story with a picture, and forgets three things.
  await page.goto(`${site.address}/admin/#/collections/articles/new`);
  await box(page, 'Title').fill('The bridge reopens');
  await box(page, 'Text').fill('Cars crossed the bridge at noon.');
  await box(page, 'Published').fill('2026-02-01T09:00');
  await chooseAuthorAndTopic(page);
  await page.getByRole('checkbox', { name: /Add .*Picture/ }).check();
  await page.getByRole('button', { name: 'Browse' }).first().click();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Upload' }).click(),
  ]);
  await chooser.setFiles({ name: 'bridge.png', mimeType: 'image/png', buffer: aPng({ width: 1200, height: 800 }) });
  await page.getByRole('button', { name: 'Insert' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const faults = page
    .locator('.field [role=alert], .field .validation [class*=error], .field .validation')
    .filter({ hasText: /required/i });
  await expect(faults).toHaveCount(3);
  await shot('desk-mistakes');
  await box(page, 'Standfirst').fill('After a month of repairs, the bridge is open again.');
  await box(page, 'Alt').fill('The bridge at noon');
  await box(page, 'Credit').fill('Ada Reed');
  await say(page, 'publish', 'First published.');
  await save(page);
  for (const [name, title, text] of [
    ['1-repairs', 'The repairs', 'Every plank is new.'],
    ['2-traffic', 'The traffic', 'Cars waited an hour.'],
  ] as const) {
    await page.goto(`${site.address}/admin/#/collections/sections/new?path=the-bridge-reopens`);
    await box(page, 'Title').fill(title);
    await box(page, 'Text').fill(text);
    const panel = page.getByRole('radio', { name: 'Slug', exact: true });
    if (!(await panel.isChecked())) await panel.click();
    await page.getByRole('button', { name: 'Edit Slug' }).click();
    await page.locator('#entry-sidebar-content').getByRole('textbox').fill(name);
    await page.locator('#entry-sidebar-content').getByRole('textbox').press('Enter');
    if (name === '2-traffic') await shot('desk-section', { x: 0, y: 0, width: 1360, height: 760 });
    await save(page);
  }
  await expect(async () => expect(withGit(dir, 'git ls-files')).toContain('2-traffic.md')).toPass();

  // The workflow records the first version, and the check is green.
  const published = workflow();
  expect(published.said).toContain('Recorded: version 1 of the-bridge-reopens, publish.');
  expect(published).toMatchObject({ check: 'No problems in content/\n', isGreen: true });
  withGit(dir, 'git branch --force main desk');

  // Corrects it, and says at first nothing of that.
  const correct = async (text: string, isSaid: boolean) => {
    await page.reload();
    await page.goto(`${site.address}/admin/#/collections/articles/entries/the-bridge-reopens/index`);
    await expect(box(page, 'Text')).toHaveValue(/Cars crossed/);
    await box(page, 'Text').fill(text);
    if (isSaid) await say(page, 'correction', 'We had the hour wrong.');
    if (isSaid) await shot('desk-correction');
    await save(page);
    await expect(async () => expect(withGit(dir, 'git show HEAD')).toContain(text)).toPass();
  };
  await correct('Cars crossed the bridge at one.', false);
  const silent = workflow();
  expect(silent.isGreen).toBe(false);
  expect(silent.check).toContain('::error file=content/articles/the-bridge-reopens/index.md');
  console.log(silent.check);
  await correct('Cars crossed the bridge at two.', true);
  const corrected = workflow();
  expect(corrected.said).toContain('Recorded: version 2 of the-bridge-reopens, correction.');
  expect(corrected).toMatchObject({ check: 'No problems in content/\n', isGreen: true });

  // The site has the record.
  const out = join(dir, 'out');
  execFileSync(process.execPath, ['lib/commands/build.ts', '--content', content, '--out', out], { stdio: 'pipe' });
  const built = await serve({ editions: builtEditions(out, () => {}), host: 'localhost', port: 0 });
  await page.setViewportSize({ width: 900, height: 1600 });
  await page.goto(`${built.address}/articles/the-bridge-reopens/`);
  await expect(page.getByText('We had the hour wrong.').first()).toBeVisible();
  await expect(page.getByText('Cars crossed the bridge at noon.').first()).toBeVisible();
  await shot('desk-record');
  await built.close();
  host.close();
  await site.close();
  rmSync(dir, { recursive: true });
});

import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordChanges } from '../../lib/authoring/from-changes.ts';
import { prepareVersion } from '../../lib/authoring/revise.ts';
import { expect, serveDesk, test } from '../support/desk-server.ts';
import { fakeGitHost } from '../support/fake-git-host.ts';
import { onlyLong } from '../support/only-long.ts';
import { committing, withGit } from '../support/with-git.ts';

test.use({ viewport: { width: 1280, height: 2400 } });

test('an editor signs in at a git host (a fake one), corrects a story, and the record has the correction', async ({
  page,
}) => {
  const dir = mkdtempSync(join(tmpdir(), 'standfirst-'));
  const content = join(dir, 'content');
  cpSync('tests/fixtures/minimal-content', content, { recursive: true });
  prepareVersion(content, { slug: 'storm', kind: 'publish', note: 'First.' }, Date.UTC(2026, 0, 20)).write();
  withGit(dir, `git init --quiet && ${committing} && git switch --quiet --create desk`);
  const token = 'a-token-of-ada';
  const host = await fakeGitHost(dir, token);
  const repository = { repo: 'harbour/news', branch: 'desk', folder: 'content' };
  const site = await serveDesk({ backend: 'gitea', ...repository, host: host.address, app: 'x', signIn: undefined });

  await page.goto(`${site.address}/admin/`);
  await page.getByRole('button', { name: 'Sign In Using Access Token' }).click();
  await page.getByRole('alertdialog').getByRole('textbox').fill(token);
  await page.getByRole('alertdialog').getByRole('button', { name: 'Sign In' }).click();
  await page.getByRole('row', { name: /The storm passes/ }).click();
  const text = page.getByRole('textbox', { name: 'Text', exact: true });
  await expect(text).toHaveValue(/at dawn/);
  await text.fill('The wind fell at noon.');
  await page.getByRole('checkbox', { name: /Add .*What changed/ }).check();
  await page.getByRole('radio', { name: 'correction' }).click();
  await page.getByRole('textbox', { name: 'Why, in a sentence for readers' }).fill('We had the hour wrong.');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toHaveCount(0);

  await expect(() => expect(withGit(dir, 'git diff --stat main desk')).toContain('index.md | ')).toPass();
  expect(withGit(dir, 'git diff --name-only main desk')).toBe('content/articles/storm/index.md\n');
  expect(recordChanges(content, Date.UTC(2026, 0, 21))).toMatchObject([{ is: 'recorded', number: 2 }]);
  expect(readFileSync(join(content, 'articles/storm/versions/2.md'), 'utf8')).toContain(
    'correction:\n  was: The wind fell at dawn.\n  is: The wind fell at noon.\n',
  );
  host.close();
  await site.close();
  rmSync(dir, { recursive: true });
});

for (const backend of ['gitea', 'gitlab'] as const) {
  const how = `at ${backend} (a fake of it) in a window of its own, with PKCE: no secret, no server`;
  test(`an editor signs in ${how}`, onlyLong(), async ({ page, context }) => {
    const dir = mkdtempSync(join(tmpdir(), 'standfirst-'));
    cpSync('tests/fixtures/minimal-content', join(dir, 'content'), { recursive: true });
    withGit(dir, `git init --quiet && ${committing} && git switch --quiet --create desk`);
    const token = 'a-token-of-ada';
    const asked: string[] = [];
    const host = await fakeGitHost(dir, token, 'desk-app', (path) => asked.push(path));
    const repository = { repo: 'harbour/news', branch: 'desk', folder: 'content' };
    const site = await serveDesk({ backend, ...repository, host: host.address, app: 'desk-app', signIn: undefined });

    await page.goto(`${site.address}/admin/`);
    const [popup] = await Promise.all([
      context.waitForEvent('page'),
      page.getByRole('button', { name: /Sign In with/ }).click(),
    ]);
    await popup.getByRole('link', { name: 'Authorize' }).click();
    // The window closes by itself, and the desk calls with the token.
    if (!popup.isClosed()) await popup.waitForEvent('close');
    if (backend === 'gitlab') await expect.poll(() => asked.join(' ')).toContain('/user');
    else await expect(page.getByRole('row', { name: /The storm passes/ })).toBeVisible();
    for (const file of ['', 'desk.json', 'desk.js'])
      expect(await (await page.request.get(`${site.address}/admin/${file}`)).text()).not.toContain(token);
    host.close();
    await site.close();
    rmSync(dir, { recursive: true });
  });
}

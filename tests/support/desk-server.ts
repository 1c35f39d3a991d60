import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { deskFiles } from '../../lib/desk/desk-files.ts';
import type { Desk } from '../../lib/model/desk.ts';
import { builtEditions } from '../../lib/serve/built-editions.ts';
import { serve } from '../../lib/serve/serve.ts';
import { aFewFiles, finishSite } from './a-finished-site.ts';

export { expect } from '@playwright/test';

const desk: Desk = {
  backend: 'github',
  repo: 'harbour/news',
  branch: 'desk',
  folder: 'content',
  host: undefined,
  app: undefined,
  signIn: undefined,
};

/** Playwright's test with the address of a site that has a desk, in two languages, served by the site's own server. */
export const test = base.extend<object, { site: string }>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are needed.
    async ({}, use) => {
      const dir = mkdtempSync(join(tmpdir(), 'standfirst-'));
      const out = join(dir, 'out');
      const setting = { name: 'The Harbour', url: 'https://harbour.example', languages: ['en-GB', 'ar'], desk };
      const files = deskFiles({ ...setting, timeZone: 'Asia/Baghdad' }, process.cwd());
      const all = { ...aFewFiles, ...Object.fromEntries(files.map(({ path, bytes }) => [path, bytes()])) };
      await finishSite(out, all, {}, 'finished', 6);
      const serving = await serve({ editions: builtEditions(out, () => {}), host: 'localhost', port: 0 });
      await use(serving.address);
      await serving.close();
      rmSync(dir, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
});

/**
 * Opens the desk on a working folder that the browser keeps to itself, in place of one that an editor would pick.
 *
 * @param files The texts of the folder `content`, by path.
 */
export async function openDesk(page: Page, site: string, files: Readonly<Record<string, string>>): Promise<void> {
  await page.addInitScript(() => {
    Object.assign(window, { showDirectoryPicker: () => navigator.storage.getDirectory() });
  });
  await page.goto(`${site}/about/`);
  await page.evaluate(async (all) => {
    const root = await navigator.storage.getDirectory();
    await root.getDirectoryHandle('.git', { create: true });
    for (const [path, text] of Object.entries(all)) {
      const names = ['content', ...path.split('/')];
      let folder = root;
      for (const name of names.slice(0, -1)) folder = await folder.getDirectoryHandle(name, { create: true });
      const file = await folder.getFileHandle(names.at(-1) ?? '', { create: true });
      const writer = await file.createWritable();
      await writer.write(text);
      await writer.close();
    }
  }, files);
  await page.goto(`${site}/admin/`);
  await page.getByRole('button', { name: 'Work with Local Repository' }).click();
  await page.getByRole('button', { name: 'Create Entry or Assets' }).waitFor();
}

/** The texts of the working folder. */
export async function deskContent(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const texts: Record<string, string> = {};
    const walk = async (folder: FileSystemDirectoryHandle, at: string) => {
      for await (const [name, handle] of folder.entries()) {
        if (handle instanceof FileSystemDirectoryHandle) await walk(handle, `${at}${name}/`);
        else texts[at + name] = await (await handle.getFile()).text();
      }
    };
    await walk(await (await navigator.storage.getDirectory()).getDirectoryHandle('content'), '');
    return texts;
  });
}

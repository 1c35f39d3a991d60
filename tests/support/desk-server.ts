import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect as baseExpect, type Page } from '@playwright/test';
import { deskFiles } from '../../lib/desk/desk-files.ts';
import type { Desk } from '../../lib/model/desk.ts';
import { builtEditions } from '../../lib/serve/built-editions.ts';
import { serve } from '../../lib/serve/serve.ts';
import { aFewFiles, finishSite } from './a-finished-site.ts';
import { twoLanguages } from './two-languages.ts';

/** Patient: the CMS is two megabytes of script, which a busy machine takes long to start. */
export const expect = baseExpect.configure({ timeout: 60_000 });

const desk: Desk = {
  backend: 'github',
  repo: 'harbour/news',
  branch: 'desk',
  folder: 'content',
  host: undefined,
  app: undefined,
  signIn: undefined,
};

/** Serves a site with a desk, in two languages, with the site's own server. */
export async function serveDesk(desk: Desk): Promise<{ address: string; close: () => Promise<void> }> {
  const dir = mkdtempSync(join(tmpdir(), 'standfirst-'));
  const out = join(dir, 'out');
  const setting = { name: 'The Harbour', url: 'https://harbour.example', languages: ['en-GB', 'ar'], desk };
  const files = deskFiles({ ...setting, timeZone: 'Asia/Baghdad' }, process.cwd());
  const all = { ...aFewFiles, ...Object.fromEntries(files.map(({ path, bytes }) => [path, bytes()])) };
  await finishSite(out, all, {}, 'finished', 6);
  const { address, close } = await serve({ editions: builtEditions(out, () => {}), host: 'localhost', port: 0 });
  return {
    address,
    close: async () => {
      await close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** Playwright's test with the address of such a site. */
export const test = base.extend<object, { site: string }>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are needed.
    async ({}, use) => {
      const { address, close } = await serveDesk(desk);
      await use(address);
      await close();
    },
    { scope: 'worker' },
  ],
});

/** Lets the desk work on a folder that the browser keeps to itself, in place of one that an editor would pick. */
export async function withPickedFolder(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.assign(window, { showDirectoryPicker: () => navigator.storage.getDirectory() });
  });
}

/** Opens the desk on a repository with these texts in its folder `content`. */
export async function openDesk(page: Page, site: string, files: Readonly<Record<string, string>>): Promise<void> {
  await withPickedFolder(page);
  await page.goto(`${site}/about/`);
  await putFiles(page, { '.git/HEAD': '', ...under('content', files) });
  await page.goto(`${site}/admin/`);
  await page.getByRole('button', { name: 'Work with Local Repository' }).click();
  await page.getByRole('button', { name: 'Create Entry or Assets' }).waitFor();
  // It goes there by itself: another address before that would not be kept.
  await page.waitForURL(/#\/collections\/articles$/);
}

const under = (folder: string, files: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));

/** Writes files into the picked folder. */
export async function putFiles(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate(async (all) => {
    for (const [path, text] of Object.entries(all)) {
      const names = path.split('/');
      let folder = await navigator.storage.getDirectory();
      for (const name of names.slice(0, -1)) folder = await folder.getDirectoryHandle(name, { create: true });
      const file = await folder.getFileHandle(names.at(-1) ?? '', { create: true });
      const writer = await file.createWritable();
      await writer.write(text);
      await writer.close();
    }
  }, files);
}

/** The texts of the picked folder, or of a folder in it. */
export async function deskContent(page: Page, folder = 'content'): Promise<Record<string, string>> {
  return page.evaluate(async (name) => {
    const texts: Record<string, string> = {};
    const walk = async (from: FileSystemDirectoryHandle, at: string) => {
      for await (const [entry, handle] of from.entries()) {
        if (handle instanceof FileSystemDirectoryHandle) await walk(handle, `${at}${entry}/`);
        else texts[at + entry] = await (await handle.getFile()).text();
      }
    };
    const root = await navigator.storage.getDirectory();
    await walk(name === '' ? root : await root.getDirectoryHandle(name), '');
    return texts;
  }, folder);
}

const minimal = (path: string) => readFileSync(`tests/fixtures/minimal-content/${path}`, 'utf8');
/** The texts of a publication in two languages with one article, for the desk to work on. */
export const deskTexts: Record<string, string> = {
  ...twoLanguages,
  'articles/storm/index.md': minimal('articles/storm/index.md'),
  'articles/storm/1-pier.md': minimal('articles/storm/1-pier.md'),
  'authors/ada-reed.md': minimal('authors/ada-reed.md'),
  'topics/weather.md': minimal('topics/weather.md'),
};

/** Chooses the author and the topic of these texts in the form of an article. */
export async function chooseAuthorAndTopic(page: Page): Promise<void> {
  for (const [list, choice] of [
    ['Authors', 'Ada Reed'],
    ['Topics', 'Weather'],
  ] as const) {
    await page.getByRole('button', { name: new RegExp(`Add .*${list}`) }).click();
    await page.getByRole('radio', { name: choice }).last().click();
  }
}

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { finishMoves } from '../../../lib/authoring/finish-moves.ts';
import { checkContent } from '../../../lib/check/check-content.ts';
import { formatProblem } from '../../../lib/model/problem.ts';
import { deskContent, deskTexts, expect, openDesk, test } from '../../support/desk-server.ts';
import { anIndexInArabic } from '../../support/two-languages.ts';

test.use({ viewport: { width: 1600, height: 2400 } });

const someday = Date.UTC(2027, 0);

const box = (where: Page | Locator, name: string) => where.getByRole('textbox', { name, exact: true }).first();
const original = (page: Page) => page.getByRole('group', { name: /^Edit .*(?:English|_default).* Content/ });
const arabic = (page: Page) => page.getByRole('group', { name: /^Edit .*Arabic.* Content/ });

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  // The form closes by itself when everything is written.
  await page.waitForURL(({ hash }) => !/\/(?:new|entries)/.test(hash));
}

/** Begins an entry, and types its texts. */
async function begin(page: Page, site: string, collection: string, texts: Record<string, string>): Promise<void> {
  await page.goto(`${site}/admin/#/collections/${collection}`);
  await type(original(page), texts);
}

async function type(form: Locator, texts: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(texts)) await box(form, name).fill(text);
}

/** Opens the panel of the slug of a new entry, and types another one. */
async function name(page: Page, slug: string): Promise<void> {
  const button = page.getByRole('radio', { name: 'Slug', exact: true });
  if (!(await button.isChecked())) await button.click();
  await typeSlug(page, slug);
}

async function typeSlug(page: Page, slug: string): Promise<void> {
  const panel = page.locator('#entry-sidebar-content');
  await panel.getByRole('button', { name: 'Edit Slug' }).click();
  await panel.getByRole('textbox').fill(slug);
  await panel.getByRole('textbox').press('Enter');
}

/** Waits until the working folder differs from what it was by these files alone. */
async function expectChanged(page: Page, before: Record<string, string>, changed: Record<string, string | undefined>) {
  const after = Object.fromEntries(Object.entries({ ...before, ...changed }).filter(([, text]) => text !== undefined));
  await expect(async () => expect(await deskContent(page)).toEqual(after)).toPass();
}

/** What the check finds in the working folder, with all files written to the disk. */
async function problemsOf(page: Page, finish: (content: string) => void = () => {}): Promise<string[]> {
  const content = mkdtempSync(join(tmpdir(), 'standfirst-'));
  for (const [path, text] of Object.entries(await deskContent(page))) {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), text);
  }
  finish(content);
  const problems = await checkContent(content, { now: someday });
  rmSync(content, { recursive: true });
  return problems.map((problem) => formatProblem(problem).replaceAll(content, ''));
}

test('an editor adds an author, a topic, a series, an entry of the glossary and a page, with their translations', async ({
  page,
  site,
}) => {
  await openDesk(page, site, deskTexts);
  const made: Record<string, string> = {};
  const makes = async (path: string, text: string, inArabic: string) => {
    Object.assign(made, { [`${path}.md`]: text, [`${path}.ar.md`]: inArabic });
    await save(page);
    await expectChanged(page, deskTexts, made);
  };
  const inArabic = async (texts: Record<string, string>) => {
    await arabic(page)
      .getByRole('button', { name: /Enable/ })
      .click();
    await type(arabic(page), texts);
  };

  await begin(page, site, 'authors/new', { Name: 'Ben Ray', Role: 'Editor', Text: 'He *writes*.' });
  await inArabic({ Name: 'بن راي', Role: 'محرر' });
  await makes(
    'authors/ben-ray',
    '---\nname: Ben Ray\nrole: Editor\n---\n\nHe *writes*.\n',
    '---\nname: بن راي\nrole: محرر\n---\n',
  );
  await begin(page, site, 'topics/new', { Name: 'Sea', Description: 'All of it' });
  await inArabic({ Name: 'البحر', Description: 'كله' });
  await makes(
    'topics/sea',
    '---\nname: Sea\ndescription: All of it\n---\n',
    '---\nname: البحر\ndescription: كله\n---\n',
  );
  await begin(page, site, 'series/new', { Name: 'All storms' });
  await inArabic({ Name: 'كل العواصف' });
  await makes('series/all-storms', '---\nname: All storms\n---\n', '---\nname: كل العواصف\n---\n');
  await begin(page, site, 'glossary/new', { Name: 'Harbour', Text: 'Where ships are.' });
  await original(page).getByRole('radio', { name: 'place' }).click();
  await original(page).getByRole('spinbutton', { name: 'Latitude' }).fill('51.5');
  await original(page).getByRole('spinbutton', { name: 'Longitude' }).fill('-0.1');
  await inArabic({ Name: 'الميناء', Text: 'حيث السفن.' });
  await makes(
    'glossary/harbour',
    '---\nname: Harbour\nkind: place\nlatitude: 51.5\nlongitude: -0.1\n---\n\nWhere ships are.\n',
    '---\nname: الميناء\n---\n\nحيث السفن.\n',
  );
  await begin(page, site, 'pages/new', { Title: 'Contact', Text: 'Write to us.' });
  await inArabic({ Title: 'اتصل', Text: 'راسلنا.' });
  await makes('pages/contact', '---\ntitle: Contact\n---\n\nWrite to us.\n', '---\ntitle: اتصل\n---\n\nراسلنا.\n');
  expect(await problemsOf(page)).toEqual([]);
});

test('an editor translates an article and its section, in files beside them', async ({ page, site }) => {
  const { 'articles/storm/index.ar.md': _index, 'articles/storm/1-pier.ar.md': _pier, ...before } = deskTexts;
  await openDesk(page, site, before);
  await begin(page, site, 'articles-ar/new', {
    Title: 'العاصفة تنحسر',
    Standfirst: 'صمد الرصيف.',
    Text: 'هدأت الريح عند الفجر.',
    Translator: 'ليلى حداد',
  });
  await page.getByRole('spinbutton', { name: 'Translates' }).fill('1');
  await name(page, 'storm');
  await save(page);
  const made: Record<string, string> = {
    'articles/storm/index.ar.md':
      '---\ntitle: العاصفة تنحسر\nstandfirst: صمد الرصيف.\ntranslates: 1\ntranslator: ليلى حداد\n---\n\nهدأت الريح عند الفجر.\n',
  };
  await expectChanged(page, before, made);
  await begin(page, site, 'sections-ar/new?path=storm', { Title: 'الرصيف', Text: 'صمد كل لوح.' });
  await name(page, '1-pier');
  await save(page);
  made['articles/storm/1-pier.ar.md'] = '---\ntitle: الرصيف\n---\n\nصمد كل لوح.\n';
  await expectChanged(page, before, made);
  expect(await problemsOf(page)).toEqual([]);
});

test('an editor gives an article another slug: the former one leads on, and so does what names the article', async ({
  page,
  site,
}) => {
  const before = {
    ...deskTexts,
    'articles/storm/index.ar.md': anIndexInArabic(),
    'front.md': '---\nlead: storm\n---\n',
  };
  await openDesk(page, site, before);
  await page.goto(`${site}/admin/#/collections/articles/entries/storm/index`);
  await expect(box(page, 'Text')).toHaveValue(/The wind/);
  await rename(page, 'gale');
  const index = deskTexts['articles/storm/index.md'] ?? '';
  await expectChanged(page, before, {
    'articles/storm/index.md': undefined,
    'articles/gale/index.md': index.replace('---\n\n', 'aliases:\n  - storm\n---\n\n'),
    'front.md': '---\nlead: gale\n---\n',
  });
  // Until the workflow has moved the rest, the check says so.
  expect((await problemsOf(page)).join('\n')).toContain('npm run revise -- --from-changes');
  expect(await problemsOf(page, finishMoves)).toEqual([]);
});

test('an editor gives a series another slug, and deletes it, and the articles follow', async ({ page, site }) => {
  const index = (deskTexts['articles/storm/index.md'] ?? '').replace('---\n\n', 'series: storms\n---\n\n');
  const before = {
    ...deskTexts,
    'articles/storm/index.md': index,
    'series/storms.md': '---\nname: Storms\n---\n',
    'series/storms.ar.md': '---\nname: عواصف\n---\n',
  };
  await openDesk(page, site, before);
  await page.goto(`${site}/admin/#/collections/series/entries/storms`);
  await expect(box(page, 'Name')).toHaveValue('Storms');
  await rename(page, 'gales');
  await expectChanged(page, before, {
    'series/storms.md': undefined,
    'series/storms.ar.md': undefined,
    'series/gales.md': '---\nname: Storms\naliases:\n  - storms\n---\n',
    'series/gales.ar.md': '---\nname: عواصف\n---\n',
    'articles/storm/index.md': index.replace('series: storms', 'series: gales'),
  });
  expect(await problemsOf(page)).toEqual([]);

  // When it is deleted, the CMS takes it out of its articles.
  await page.goto(`${site}/admin/#/collections/series/entries/gales`);
  await expect(box(page, 'Name')).toHaveValue('Storms');
  await remove(page);
  await expectChanged(page, deskTexts, {});
  expect(await problemsOf(page)).toEqual([]);
});

test('an editor gives a page another slug, and deletes one', async ({ page, site }) => {
  const before = {
    ...deskTexts,
    'pages/contact.md': '---\ntitle: Contact\n---\n\nWrite to us.\n',
    'pages/contact.ar.md': '---\ntitle: اتصل\n---\n\nراسلنا.\n',
    'pages/jobs.md': '---\ntitle: Jobs\n---\n\nNone at present.\n',
  };
  await openDesk(page, site, before);
  await page.goto(`${site}/admin/#/collections/pages/entries/contact`);
  await expect(box(page, 'Text')).toHaveValue(/Write/);
  await rename(page, 'write-to-us');
  const renamed = {
    'pages/contact.md': undefined,
    'pages/contact.ar.md': undefined,
    'pages/write-to-us.md': before['pages/contact.md'],
    'pages/write-to-us.ar.md': before['pages/contact.ar.md'],
  };
  await expectChanged(page, before, renamed);
  await page.goto(`${site}/admin/#/collections/pages/entries/jobs`);
  await expect(box(page, 'Text')).toHaveValue(/None/);
  await remove(page);
  await expectChanged(page, before, { ...renamed, 'pages/jobs.md': undefined });
});

/** Deletes the open entry. */
async function remove(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Show Editor Options' }).click();
  await page.getByRole('menuitem', { name: /Delete/ }).click();
  await page.getByRole('dialog').or(page.getByRole('alertdialog')).getByRole('button', { name: 'Delete' }).click();
}

/** Gives the open entry another slug, and saves it. */
async function rename(page: Page, slug: string): Promise<void> {
  await page.getByRole('button', { name: 'Show Editor Options' }).click();
  await page.getByRole('menuitem', { name: 'Edit Slug' }).click();
  await typeSlug(page, slug);
  await save(page);
}

import { spawn } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { expect as baseExpect, type Page, test } from '@playwright/test';
import { commandScript } from '../support/command-script.ts';
import { onlyLong } from '../support/only-long.ts';
import { type PreviewProcess, startPreview } from '../support/preview-process.ts';
import { sites } from '../support/sites.ts';

// Next compiles each kind of page on the first request.
const expect = baseExpect.configure({ timeout: 60_000 });

// One server for all tests, since starting it takes the time.
test.describe.configure({ mode: 'serial', timeout: 600_000 });

const root = join(import.meta.dirname, '../..');
let folder = '';
let content = '';
let address = '';
let preview: PreviewProcess;
/** One tab for all tests: each new one would load the scripts of development again. */
let page: Page;

const file = (path: string) => join(content, 'articles', path);
const original = (path: string) => readFileSync(join(root, sites.features.content, 'articles', path), 'utf8');

test.beforeAll(async ({ browser }) => {
  const { content: source, asOf } = sites.features;
  preview = await startPreview(source, /Showing .* at (http:\S+)/, '--as-of', asOf);
  ({ folder, content, address } = preview);
  page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  // Next would compile it on its own; the preview shows texts.
  await page.route('**/manifest.webmanifest', (route) => route.abort());
});

test.afterAll(async () => {
  await page.context().close();
  preview.close();
});

test('A save shows by itself in the open page', async () => {
  const faults: string[] = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await page.goto(`${address}/articles/plain/`);
  const title = page.getByRole('heading', { name: 'A plain article', level: 1 });
  await expect(title).toBeVisible();
  // A save while React is still hydrating the page is shown, too, but React complains.
  await expect
    .poll(() => title.evaluate((element) => Object.keys(element).some((key) => key.startsWith('__reactFiber'))))
    .toBe(true);

  writeFileSync(file('plain/index.md'), original('plain/index.md').replace('A plain article', 'Saved while you look'));

  await expect(page.getByRole('heading', { name: 'Saved while you look' })).toBeVisible();
  expect(faults).toEqual([]);
});

test('A save before Next has the page shows as well', onlyLong(), async () => {
  // Next names its router before that works: a change is reported at that very moment, once.
  await page.addInitScript(() => {
    if (sessionStorage.getItem('reported')) return;
    const sources: EventSource[] = [];
    const Native = EventSource;
    Object.assign(globalThis, {
      EventSource: class extends Native {
        constructor(url: string) {
          super(url);
          sources.push(this);
        }
      },
    });
    const report = () => {
      sessionStorage.setItem('reported', 'yes');
      const data = JSON.stringify({ revision: 'another', faults: [] });
      for (const source of sources) source.onmessage?.(new MessageEvent('message', { data }));
    };
    let named: object | undefined;
    Object.defineProperty(globalThis, 'next', {
      get: () => named,
      set: (value: object) => {
        named = new Proxy(value, {
          set: (target, key, router) => {
            Reflect.set(target, key, router);
            if (key === 'router') report();
            return true;
          },
        });
      },
    });
  });
  await page.goto(`${address}/articles/plain/`);
  const isReloaded = () =>
    page.evaluate(() => performance.getEntriesByType('navigation')[0]?.toJSON().type === 'reload');
  await expect(async () => expect(await isReloaded()).toBe(true)).toPass();
  await expect(page.getByRole('heading', { name: 'Saved while you look' })).toBeVisible();
});

test('A broken save shows the problem in the page and in the terminal, and the next one clears it', async () => {
  await page.goto(`${address}/articles/plain/`);
  const line = `${file('plain/index.md')}:2:1  error  key-unknown  There is no key "titel" here. Did you mean "title"?`;

  writeFileSync(file('plain/index.md'), original('plain/index.md').replace('title:', 'titel:'));
  await expect(page.getByText(line)).toBeVisible();
  await expect(page.getByRole('heading')).toHaveText(['2 problems in the content']);
  expect(preview.said()).toContain(`\n${line}\n`);
  // All others exist; lists leave it out.
  const other = await page.context().newPage();
  await other.goto(`${address}/articles/recorded/`);
  await expect(other.getByRole('heading', { level: 1 })).not.toHaveText('2 problems in the content');
  await other.goto(address);
  await expect(other.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(other.getByRole('link', { name: /A plain article|Saved while you look/ })).toHaveCount(0);
  await other.close();

  writeFileSync(file('plain/index.md'), original('plain/index.md'));
  await expect(page.getByRole('heading', { name: 'A plain article', level: 1 })).toBeVisible();
  expect(preview.said()).toContain('The content no longer has errors.');
});

test('A page is where the editor was when a fault is put right', onlyLong(), async () => {
  await page.goto(`${address}/articles/everything/`);
  await page.evaluate(() => scrollTo(0, 900));
  writeFileSync(file('everything/index.md'), original('everything/index.md').replace('title:', 'titel:'));
  await expect(page.getByRole('heading')).toHaveText(['2 problems in the content']);

  writeFileSync(file('everything/index.md'), original('everything/index.md'));
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('2 problems in the content');
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(900);
});

test('A second preview has a port of its own, and so has what it compiles', onlyLong(), async () => {
  const command = [...commandScript('dev'), '--content', content, '--port', '0'];
  const other = spawn(process.execPath, command, { cwd: root, env: { ...process.env, CI: 'true' } });
  let said = '';
  for (const stream of [other.stdout, other.stderr]) stream?.on('data', (chunk) => (said += chunk));
  try {
    await expect.poll(() => said, { timeout: 120_000 }).toMatch(/Showing .* at http:/);
    expect(said).not.toContain(address);
    expect(said).not.toMatch(/another next dev server|tsconfig/i);
  } finally {
    other.kill();
  }
});

test(
  'A fault in an author shows at the articles that name the author, one in site.md everywhere',
  onlyLong(),
  async () => {
    const harm = (name: string, from: string, to: string) => {
      const path = join(content, name);
      const before = readFileSync(path, 'utf8');
      writeFileSync(path, before.replace(from, to));
      return () => writeFileSync(path, before);
    };
    await page.goto(`${address}/about/`);
    const mendAuthor = harm('authors/ben.md', 'name:', 'nam:');
    const heading = page.getByRole('heading', { level: 1 });
    await expect.poll(() => preview.said()).toContain('authors/ben.md:2:1');
    await page.goto(`${address}/authors/ben/`);
    await expect(heading).toContainText('in the content');
    await page.goto(`${address}/articles/plain/`);
    await expect(heading).toContainText('in the content');
    await page.goto(`${address}/about/`);
    await expect(heading).not.toContainText('in the content');
    mendAuthor();
    const mendSite = harm('site.md', 'name:', 'nam:');
    await expect(heading).toContainText('in the content');
    mendSite();
    await expect(heading).not.toContainText('in the content');
  },
);

test('A draft and an embargoed article are there, and say that readers do not see them', async () => {
  await page.goto(`${address}/articles/secret-draft/`);
  await expect(page.getByRole('complementary', { name: 'Draft' })).toHaveText(
    'Draft. Readers will see this article as soon as “draft: true” is taken out.',
  );
  await page.goto(`${address}/articles/under-embargo/`);
  await expect(page.getByRole('complementary', { name: 'Under embargo' })).toContainText('from 1 March 2026 at 10:00');
  await page.goto(`${address}/articles/plain/`);
  await expect(page.getByRole('complementary')).toHaveCount(0);
});

test('They are marked in lists', onlyLong(), async () => {
  await page.goto(address);
  const marks = page
    .getByRole('link')
    .evaluateAll((links) =>
      links.map((link) => getComputedStyle(link, '::before').content).filter((mark) => mark !== 'none'),
    );
  expect(await marks).toEqual(['"Under embargo"', '"Draft"']);
});

test('A published text that is not recorded is shown with a warning', onlyLong(), async () => {
  await page.goto(`${address}/articles/recorded/`);
  writeFileSync(file('recorded/1-pier.md'), `${original('recorded/1-pier.md')}\nOne sentence more.\n`);

  await expect(page.getByText('One sentence more.', { exact: true })).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'Not recorded' })).toContainText('npm run revise -- recorded');
  expect(preview.said()).toMatch(/1-pier\.md:\d+:1 {2}warning {2}unrecorded {2}.*"One sentence more\." is new/);
});

test(
  'An article that is new has its page, and an address that leads nowhere the page for that',
  onlyLong(),
  async () => {
    await page.goto(`${address}/articles/new/`);
    await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible();
    cpSync(file('plain'), file('new'), { recursive: true });
    await expect(page.getByRole('heading', { name: 'A plain article', level: 1 })).toBeVisible();
  },
);

test.describe('A second language', () => {
  const inArabic = 'plain/index.ar.md';
  const draft = `---
translates: 1
translator: ليلى حداد
title: مقال بسيط
standfirst: لا شيء سوى المقدمة.
draft: true
slug: maqal
---

${'فقرة طويلة بعض الشيء.\n\n'.repeat(80)}`;
  const shown = () => `${address}/ar/articles/maqal/`;
  /** Opens a page while another one may be about to load itself again, until it shows what is expected. */
  const opens = async (path: string, expected: () => Promise<void>) => {
    await expect(async () => {
      await page.goto(address + path);
      await expected();
    }).toPass();
  };

  test.beforeAll(async () => {
    const site = join(content, 'site.md');
    // No open page that follows the changes is in the way of the next.
    await page.goto('about:blank');
    writeFileSync(join(content, 'site.ar.md'), '---\nname: المثال\ntagline: موقع للتجربة\n---\n');
    writeFileSync(join(content, 'authors/ben.ar.md'), '---\nname: بن\n---\n');
    writeFileSync(join(content, 'topics/tests.ar.md'), '---\nname: تجارب\n---\n');
    writeFileSync(file(inArabic), draft);
    writeFileSync(site, readFileSync(site, 'utf8').replace('lang: en-GB', 'lang: en-GB\nlanguages: [en-GB, ar]'));
  });

  test('is there once it is saved: a draft with its mark, in its direction, and in its lists', onlyLong(), async () => {
    await expect.poll(async () => (await page.request.get(shown())).status()).toBe(200);
    await page.goto(shown());
    await expect(page.getByRole('heading', { name: 'مقال بسيط', level: 1 })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(page.getByRole('complementary', { name: 'مسودة' })).toBeVisible();
    await page.goto(`${address}/ar/`);
    const link = page.getByRole('link', { name: 'مقال بسيط' }).first();
    expect(await link.evaluate((element) => getComputedStyle(element, '::before').content)).toBe('"مسودة"');
  });

  test('leaves its original without a remark, which leads to it', onlyLong(), async () => {
    await page.goto(`${address}/articles/plain/`);
    await expect(page.getByRole('complementary')).toHaveCount(0);
    await page.locator('article').getByRole('link', { name: 'العربية' }).click();
    await expect(page).toHaveURL(shown());
  });

  test(
    'shows a save, and its faults on the pages that have them, with the reader where they were',
    onlyLong(),
    async () => {
      await page.goto(shown());
      const title = page.getByRole('heading', { level: 1 });
      writeFileSync(file(inArabic), draft.replace('مقال بسيط', 'مقال محفوظ'));
      await expect(title).toHaveText('مقال محفوظ');
      await page.evaluate(() => scrollTo(0, 900));
      writeFileSync(file(inArabic), draft.replace('title:', 'titel:'));
      await expect(page.getByText('index.ar.md:4:1  error  key-unknown')).toBeVisible();
      const other = await page.context().newPage();
      await other.goto(`${address}/articles/plain/`);
      await expect(other.getByRole('heading', { name: 'A plain article', level: 1 })).toBeVisible();
      await other.close();

      writeFileSync(file(inArabic), draft);
      await expect(title).toHaveText('مقال بسيط');
      await expect.poll(() => page.evaluate(() => scrollY)).toBe(900);
    },
  );

  test('shows the fault of one of its authors there, and that of an original on both pages', onlyLong(), async () => {
    const title = page.getByRole('heading', { level: 1 });
    writeFileSync(join(content, 'authors/ben.ar.md'), '---\nnam: بن\n---\n');
    await expect(title).toContainText('in the content');
    // The page may be about to load itself again.
    await opens('/authors/ben/', () => expect(title).not.toContainText('in the content', { timeout: 5000 }));
    writeFileSync(join(content, 'authors/ben.ar.md'), '---\nname: بن\n---\n');
    writeFileSync(file('plain/index.md'), original('plain/index.md').replace('title:', 'titel:'));
    for (const path of ['/articles/plain/', '/ar/articles/maqal/'])
      await opens(path, () =>
        expect(page.getByText('plain/index.md:2:1  error  key-unknown')).toBeVisible({ timeout: 5000 }),
      );
    writeFileSync(file('plain/index.md'), original('plain/index.md'));
    await expect(title).toHaveText('مقال بسيط');
  });

  test('has a page of its own for an address that leads nowhere', onlyLong(), async () => {
    await page.goto(`${address}/ar/articles/nowhere/`);
    await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
    await expect(page.getByRole('link', { name: 'المثال' }).first()).toBeVisible();
  });
});

test('Drafts are shown to the browser of this machine alone', async () => {
  const { port } = new URL(address);
  const asked = async (path: string, headers: Record<string, string>) => (await ask(port, path, headers)).status;

  expect(await asked('/articles/secret-draft/', {})).toBe(200);
  expect(await asked('/articles/secret-draft/', { host: `evil.example:${port}` })).toBe(421);
  expect(await asked('/preview/events', { host: 'evil.example' })).toBe(421);
  expect(await asked('/articles/secret-draft/', { origin: 'https://evil.example' })).toBe(403);
  expect((await ask(port, '/_next/mcp', {})).body).not.toContain(root);
  expect(await asked('/__nextjs_launch-editor?file=package.json', {})).toBe(404);
  expect(await asked('//', {})).toBe(400);
  // The desk is open only if it is asked for.
  expect(await asked('/desk/problems.json', {})).toBe(404);
});

test('WebSockets of Next are opened to its own pages alone', async () => {
  const { host, port } = new URL(address);
  const upgrade = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
  };
  const asked = async (headers: Record<string, string>) =>
    (await ask(port, '/_next/hmr?id=1', { ...upgrade, ...headers })).status;

  expect(await asked({ origin: `http://${host}` })).toBe(101);
  expect(await asked({ origin: 'https://evil.example' })).toBe(403);
  expect(await asked({ host: `evil.example:${port}` })).toBe(421);
});

test('Nothing is written but what Next keeps', () => {
  // The site and the cache of its builds are other commands' work.
  expect(readdirSync(folder)).toEqual(['content']);
});

/** Sends the preview a request that no browser would; for a WebSocket only tells that it is opened. */
function ask(port: string, path: string, headers: Record<string, string>): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: 'localhost', port, path, headers });
    asked.on('error', reject);
    asked.on('upgrade', (_response, socket) => {
      socket.destroy();
      resolve({ status: 101, body: '' });
    });
    asked.on('response', async (response) => {
      let body = '';
      for await (const chunk of response) body += chunk;
      resolve({ status: response.statusCode ?? 0, body });
    });
    asked.end();
  });
}

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { openBuilder } from '@/lib/press/builder.ts';
import { attribute, readBuiltSite } from '../support/built-site.ts';
import { builtAt, Newsroom } from '../support/newsroom.ts';
import { sites } from '../support/sites.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

Object.assign(process.env, { NODE_ENV: 'production' });

for (const site of Object.entries(sites).map(([name, one]) => readBuiltSite(name, one))) {
  describe(`The cards of ${site.name}`, () => {
    test('are one for the site and one for each article that readers may see, and no other', () => {
      const articles = site.pages.filter(
        ({ document, route }) => /^\/articles\/[^/]+\/$/.test(route) && document.querySelector('article') !== null,
      );
      const cards = site.files.filter((file) => file.endsWith('card.png'));
      expect(cards).toEqual([...articles.map(({ route }) => `${route.slice(1)}card.png`), 'card.png'].sort());
    });

    test('are pictures of the size that pages say, and light enough for those who show them', async () => {
      for (const card of site.files.filter((file) => file.endsWith('card.png'))) {
        const bytes = site.bytes(card);
        expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 1200, height: 675 });
        expect(bytes.byteLength).toBeLessThan(400_000);
      }
    });
  });
}

describe('The card of an article with a lead picture', () => {
  test('shows the picture at the end of its lines', async () => {
    const card = readBuiltSite('features', sites.features).bytes('articles/old-bridge/card.png');
    const lightness = async (left: number) => {
      // Statistics are those of a file, not of what was cut out of it.
      const side = await sharp(card).extract({ left, top: 0, width: 500, height: 675 }).toBuffer();
      const { channels } = await sharp(side).stats();
      return channels[0]?.mean ?? 0;
    };
    expect(await lightness(10)).toBeGreaterThan(200);
    expect(await lightness(690)).toBeLessThan(180);
  });
});

describe('A headline of any kind', () => {
  test.each([
    ['the end of a script', 'A </script><script>alert(1)</script> & more'],
    ['a comment and the end of character data', 'A <!-- comment ]]> and "quotes"'],
    ['pictures and both directions', 'السلام 🙂 peace, and عليكم (2026)'],
    ['letters that no typeface has', '中国 ประเทศไทย'],
    ['one long word', 'W'.repeat(110)],
  ])('is said as it is in all that machines read, and has a card: %s', async (_what, title) => {
    const dir = aTemporaryFolder();
    const room = new Newsroom(join(dir, 'content'));
    mkdirSync(join(room.dir, 'articles/odd'));
    const keys = [`title: ${JSON.stringify(title)}`, 'standfirst: It is so.', 'authors: [a]', 'topics: [t]'];
    const text = `---\n${keys.join('\n')}\npublished: 2026-01-01T00:00:00Z\n---\n\nText.\n`;
    writeFileSync(join(room.dir, 'articles/odd/index.md'), text);
    const builder = openBuilder({ root: process.cwd(), content: room.dir, out: join(dir, 'out'), say: () => {} });
    await builder.build({ now: builtAt });
    await builder.close();

    const { document } = new JSDOM(readFileSync(join(dir, 'out/articles/odd/index.html'), 'utf8')).window;
    expect(document.querySelector('h1')?.textContent).toBe(title);
    expect(attribute(document, 'meta[property="og:title"]', 'content')).toBe(title);
    expect(attribute(document, 'meta[property="og:image:alt"]', 'content')).toBe(title);
    const data = JSON.parse(document.querySelector('script[type="application/ld+json"]')?.textContent ?? '');
    expect(data['@graph'][0].headline).toBe(title);
    const card = readFileSync(join(dir, 'out/articles/odd/card.png'));
    expect(await sharp(card).metadata()).toMatchObject({ width: 1200, height: 675 });

    rmSync(join(room.dir, 'articles/odd'), { recursive: true });
    const next = openBuilder({ root: process.cwd(), content: room.dir, out: join(dir, 'out'), say: () => {} });
    await next.build({ now: builtAt });
    await next.close();
    expect(() => readFileSync(join(dir, 'out/articles/odd/card.png'))).toThrow('ENOENT');
  });
});

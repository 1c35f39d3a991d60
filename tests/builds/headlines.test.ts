import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { attribute } from '../support/built-site.ts';
import { builtAt, Newsroom } from '../support/newsroom.ts';
import { siteBuilders } from '../support/site-builders.ts';

const { path, aBuilder } = siteBuilders();
let count = 0;

describe('a headline of any kind', () => {
  test.each([
    ['the end of a script', 'A </script><script>alert(1)</script> & more'],
    ['a comment and the end of character data', 'A <!-- comment ]]> and "quotes"'],
    ['pictures and both directions', 'السلام 🙂 peace, and عليكم (2026)'],
    ['letters that no typeface has', '中国 ประเทศไทย'],
    ['one long word', 'W'.repeat(110)],
  ])('is said as it is in all that machines read, and has a card: %s', async (_what, title) => {
    const dir = path(`odd-${count++}`);
    const room = new Newsroom(join(dir, 'content'));
    mkdirSync(join(room.dir, 'articles/odd'));
    const keys = [`title: ${JSON.stringify(title)}`, 'standfirst: It is so.', 'authors: [a]', 'topics: [t]'];
    const text = `---\n${keys.join('\n')}\npublished: 2026-01-01T00:00:00Z\n---\n\nText.\n`;
    writeFileSync(join(room.dir, 'articles/odd/index.md'), text);
    const builder = aBuilder(room.dir, join(dir, 'out'));
    await builder.build({ now: builtAt });

    const { document } = new JSDOM(readFileSync(join(dir, 'out/articles/odd/index.html'), 'utf8')).window;
    expect(document.querySelector('h1')?.textContent).toBe(title);
    expect(attribute(document, 'meta[property="og:title"]', 'content')).toBe(title);
    expect(attribute(document, 'meta[property="og:image:alt"]', 'content')).toBe(title);
    const data = JSON.parse(document.querySelector('script[type="application/ld+json"]')?.textContent ?? '');
    expect(data['@graph'][0].headline).toBe(title);
    const card = readFileSync(join(dir, 'out/articles/odd/card.png'));
    expect(await sharp(card).metadata()).toMatchObject({ width: 1200, height: 675 });

    rmSync(join(room.dir, 'articles/odd'), { recursive: true });
    await builder.build({ now: builtAt });
    await builder.close();
    expect(() => readFileSync(join(dir, 'out/articles/odd/card.png'))).toThrow('ENOENT');
  });
});

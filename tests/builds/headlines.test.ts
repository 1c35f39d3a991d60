import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { attribute } from '../support/built-site.ts';
import { builtAt, Newsroom } from '../support/newsroom.ts';
import { siteBuilders } from '../support/site-builders.ts';

const { path, aBuilder } = siteBuilders();

/** Headlines that are hard to carry through HTML, data and a picture, by the slugs of their articles. */
const headlines = {
  script: 'A </script><script>alert(1)</script> & more',
  comment: 'A comment --> ]]> and "quotes"',
  directions: 'السلام 🙂 peace, and عليكم (2026)',
  letters: '中国 ประเทศไทย',
  long: 'W'.repeat(110),
};

describe('a headline of any kind', () => {
  test('is said as it is in all that machines read, and has a card, which goes with its article', async () => {
    const room = new Newsroom(path('content'));
    const out = path('out');
    for (const [slug, title] of Object.entries(headlines)) {
      mkdirSync(join(room.dir, 'articles', slug));
      const keys = [`title: ${JSON.stringify(title)}`, 'standfirst: It is so.', 'authors: [a]', 'topics: [t]'];
      const text = `---\n${keys.join('\n')}\npublished: 2026-01-01T00:00:00Z\n---\n\nText.\n`;
      writeFileSync(join(room.dir, 'articles', slug, 'index.md'), text);
    }
    const builder = aBuilder(room.dir, out);
    await builder.build({ now: builtAt });

    for (const [slug, title] of Object.entries(headlines)) {
      const { document } = new JSDOM(readFileSync(join(out, 'articles', slug, 'index.html'), 'utf8')).window;
      expect(document.querySelector('h1')?.textContent).toBe(title);
      expect(attribute(document, 'meta[property="og:title"]', 'content')).toBe(title);
      expect(attribute(document, 'meta[property="og:image:alt"]', 'content')).toBe(title);
      const data = JSON.parse(document.querySelector('script[type="application/ld+json"]')?.textContent ?? '');
      expect(data['@graph'][0].headline).toBe(title);
      const card = readFileSync(join(out, 'articles', slug, 'card.png'));
      expect(await sharp(card).metadata(), title).toMatchObject({ width: 1200, height: 675 });
      rmSync(join(room.dir, 'articles', slug), { recursive: true });
    }

    await builder.build({ now: builtAt });
    await builder.close();
    for (const slug of Object.keys(headlines)) {
      expect(() => readFileSync(join(out, 'articles', slug, 'card.png'))).toThrow('ENOENT');
    }
  });
});

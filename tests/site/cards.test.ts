import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { builtSite, builtSites, isArticleRoute } from '../support/built-site.ts';

describe.each(builtSites())('The cards of $name', (site) => {
  const cards = site.files.filter((file) => file.endsWith('card.png'));

  test('are one for the site in each language and one for each article that readers may see, and no other', () => {
    const articles = site.pages.filter(
      ({ document, route }) => isArticleRoute(route) && document.querySelector('article') !== null,
    );
    expect(articles.length).toBeGreaterThan(0);
    const ofLanguages = site.prefixes.map((prefix) => `${prefix}card.png`);
    expect(cards).toEqual([...articles.map(({ route }) => `${route.slice(1)}card.png`), ...ofLanguages].sort());
  });

  test('are pictures of the size that pages say, and light enough for those who show them', async () => {
    for (const card of cards) {
      const bytes = site.bytes(card);
      expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 1200, height: 675 });
      expect(bytes.byteLength).toBeLessThan(400_000);
    }
  });
});

describe('The card of an article with a lead picture', () => {
  test('shows the picture at the end of its lines', async () => {
    const card = builtSite('features').bytes('articles/old-bridge/card.png');
    const lightness = async (left: number) => {
      // sharp computes statistics of a file, not of what was cut out of it.
      const side = await sharp(card).extract({ left, top: 0, width: 500, height: 675 }).toBuffer();
      const { channels } = await sharp(side).stats();
      return channels[0]?.mean ?? 0;
    };
    expect(await lightness(10)).toBeGreaterThan(200);
    expect(await lightness(690)).toBeLessThan(180);
  });
});

import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { defaultPalette, inMode } from '@/lib/model/look/colors.ts';
import { articleShareImage, siteShareImage } from '@/lib/share-images/article-share-image.ts';
import { drawShareImage } from '@/lib/share-images/draw-share-image.ts';
import { aLeadPicture, aMapPicture, anArticle, aPlace, aSite, aTopic } from '../../support/an-article.ts';
import { anyText } from '../../support/any-text.ts';
import { longTest, runs } from '../../support/runs.ts';

/** A drawn share image, as XML: a syntax error throws. */
function drawn(article: Parameters<typeof anArticle>[0] = {}, site = aSite()): Document {
  const svg = drawShareImage(articleShareImage(anArticle(article), site));
  return new JSDOM(svg, { contentType: 'image/svg+xml' }).window.document;
}

const cardColors = inMode(defaultPalette, 'light');

const inColor = (document: Document, color: string) => document.querySelectorAll(`path[fill="${color}"]`).length;

describe('The card of an article', () => {
  test('has the name of the publication, the topic and the headline', () => {
    const card = drawn();
    expect(inColor(card, cardColors.accent)).toBe(1);
    expect(inColor(card, cardColors.ink)).toBeGreaterThanOrEqual(2);
    expect(card.documentElement.getAttribute('viewBox')).toBe('0 0 1200 675');
  });

  test('has its map beside them, with the names of its places', () => {
    const plain = inColor(drawn(), cardColors.ink);
    const card = drawn({ picture: aMapPicture({ places: [aPlace(), aPlace({ id: 'b', name: 'Basra' })] }) });
    expect(card.querySelectorAll('circle')).toHaveLength(2);
    expect(inColor(card, cardColors.ink)).toBeGreaterThan(plain);
  });

  longTest('says below the headline what the line of its map is', () => {
    const places = [aPlace({ position: { latitude: 33.5, longitude: 36.3 } })];
    const lines = (picture: ReturnType<typeof aMapPicture>) =>
      drawn({ picture }).querySelectorAll(`svg > path[stroke="${cardColors.accent}"]`).length;
    const words = (picture: ReturnType<typeof aMapPicture>) =>
      [...drawn({ picture }).documentElement.children].filter((one) => one.getAttribute('fill') === cardColors.soft)
        .length;
    const emphasised = aMapPicture({ places, emphasise: ['Iraq', 'Syria'] });
    expect(lines(emphasised)).toBe(lines(aMapPicture({ places, emphasise: undefined })) + 1);
    expect(words(aMapPicture({ places, emphasise: undefined }))).toBe(0);
    expect(words(emphasised)).toBeGreaterThan(0);
  });

  test.each([
    ['</script><script>alert(1)</script> & ]]> <!-- "quotes"'],
    ['عنوان من اليمين إلى اليسار with some English 2026'],
    ['🙂🙂🙂'],
    ['Word after word '.repeat(19)],
    ['W'.repeat(300)],
    ['中国'],
  ])('can be drawn of any headline: %s', (title) => {
    const card = drawn({ title, topics: [aTopic({ name: title })] }, aSite({ name: title, dir: 'rtl' }));
    expect(card.querySelector('parsererror, script')).toBeNull();
  });

  test.each([
    ['a space of no width', 'T\u200b'],
    ['spaces of other widths', 'П\u2002П\u2003П\u2009П\u200aП\u202fП\u3000П'],
    ['byte-order marks and joiners', 'T\ufeff\u2060\u200c\u200d\u00ad'],
    ['separators of lines', 'T\u2028T\u2029T\u0085T\tT'],
    ['selectors of variants', 'T\ufe0f\ufe0e\u{e0100}'],
    ['private letters', 'T\ue000\u{f0000}'],
    ['what is not assigned', 'T\u0378\uffff\u{10ffff}'],
    ['accents alone and many', `\u0301${'T\u0301\u0302\u0303\u0327'.repeat(9)}`],
    ['half of a pair', 'T\ud800 T\udc00'],
    ['fillers of Hangul', 'T\u115f\u1160\u3164\uffa0'],
    ['signs of direction', 'T\u200e\u200f\u202a\u202e\u2066\u2069'],
    ['emoji of several parts', '👩🏽‍🚒 🏳️‍🌈 🇮🇶 1️⃣'],
    ['nothing to be seen', '\u200b\u200b'],
  ])('can be drawn of a headline, a topic, a name and a place with %s', (_what, text) => {
    const picture = aMapPicture({ places: [aPlace({ name: text })] });
    for (const dir of ['ltr', 'rtl'] as const) {
      const card = drawn({ title: text, topics: [aTopic({ name: text })], picture }, aSite({ name: text, dir }));
      expect(card.querySelector('parsererror, script')).toBeNull();
    }
  });

  test('can be drawn of any text at all', () => {
    const letters = fc.oneof(
      anyText,
      fc.string({ unit: 'grapheme' }),
      fc.array(fc.integer({ min: 1, max: 0xffff }), { maxLength: 8 }).map((units) => String.fromCharCode(...units)),
      // General punctuation, the block with most invisible characters.
      fc
        .array(fc.integer({ min: 0x2000, max: 0x206f }), { maxLength: 8 })
        .map((units) => String.fromCharCode(...units)),
      fc.constantFrom('T', 'Текст ', 'Ελ', 'نص', 'ế'),
    );
    const texts = fc.array(letters, { maxLength: 4 }).map((some) => some.join(''));
    fc.assert(
      fc.property(texts, fc.constantFrom('ltr' as const, 'rtl' as const), (text, dir) => {
        const card = { name: text, kicker: text, text, dir, colors: cardColors, logo: undefined, beside: undefined };
        expect(drawShareImage(card)).toMatch(/^<svg [^\0\ufffd]*<\/svg>$/);
      }),
      { numRuns: runs(15) },
    );
  }, 120_000);

  test('leaves out a headline for whose letters there is no typeface, and keeps the rest', () => {
    expect(inColor(drawn({ title: '中国' }), cardColors.ink)).toBe(1);
  });

  test('has its words at the right where they are read from there, and its map at the left', () => {
    const picture = aMapPicture();
    const left = (dir: 'ltr' | 'rtl') =>
      drawn({ picture }, aSite({ dir })).querySelector('svg > svg')?.getAttribute('x');
    expect([left('ltr'), left('rtl')]).toEqual(['525', '0']);
  });
});

describe('What names a card', () => {
  const facts = (article: Parameters<typeof anArticle>[0] = {}, site = aSite()) =>
    JSON.stringify(articleShareImage(anArticle(article), site));

  test.each([
    ['its headline', facts({ title: 'Another' })],
    ['its topic', facts({ topics: [aTopic({ name: 'Another' })] })],
    ['its map', facts({ picture: aMapPicture() })],
    ['its picture', facts({ picture: aLeadPicture() })],
    ['the name of the publication', facts({}, aSite({ name: 'Another' }))],
    ['the direction of the site', facts({}, aSite({ dir: 'rtl' }))],
  ])('is another where this is: %s', (_what, other) => {
    expect(other).not.toBe(facts());
  });

  test('is another where a place of its map has moved or the map emphasises another border', () => {
    const moved = aPlace({ position: { latitude: 1, longitude: 2 } });
    const all = [
      facts({ picture: aMapPicture() }),
      facts({ picture: aMapPicture({ places: [moved] }) }),
      facts({ picture: aMapPicture({ emphasise: ['Iraq', 'Syria'] }) }),
    ];
    expect(new Set(all).size).toBe(3);
  });

  test('is the same whatever else the article says', () => {
    expect(facts({ lead: '<p>Another text.</p>', standfirst: 'Another.' })).toBe(facts());
  });
});

test('The card of the publication has its name and what it is', () => {
  expect(siteShareImage(aSite())).toMatchObject({ name: 'The Example', text: 'News that is true of nowhere.' });
});

test('A card has the colours of the publication in light, its map as well', () => {
  const shade = { light: '#0b6e4f', dark: '#55c49b' };
  const site = aSite({ look: { colors: { accent: shade, sea: shade }, headlines: 'serif', fonts: [] } });
  const card = drawn({ picture: aMapPicture() }, site);
  expect(inColor(card, '#0b6e4f')).toBe(1);
  expect(card.querySelectorAll('rect[fill="#0b6e4f"]')).toHaveLength(1);
  expect(inColor(card, cardColors.accent)).toBe(0);
  expect(articleShareImage(anArticle(), site)).not.toEqual(articleShareImage(anArticle(), aSite()));
});

test('A card has the logo in the place of the name', () => {
  const logo = { svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 32"/>', width: 96, height: 32 };
  for (const dir of ['ltr', 'rtl'] as const) {
    const card = drawn({}, aSite({ dir, logo }));
    expect(card.querySelector('image')?.getAttribute('href')).toBe(
      `data:image/svg+xml;base64,${Buffer.from(logo.svg).toString('base64')}`,
    );
    expect(inColor(card, cardColors.ink)).toBe(inColor(drawn({}, aSite({ dir })), cardColors.ink) - 1);
  }
});

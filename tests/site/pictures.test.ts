import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { all, builtSite } from '../support/built-site.ts';
import { sites } from '../support/sites.ts';

const features = builtSite('features');
const { document } = features.pages.find(({ route }) => route === '/articles/old-bridge/') ?? {};
if (!document) throw new Error('The article with pictures is missing.');

const copies = features.files.filter((file) => file.startsWith('pictures/old-bridge/'));
const [lead, lake, valley, held, again] = all(document, 'figure');

/** The addresses that an element offers, with the widths that it says they have. */
function offersOf(element: Element): { address: string; width: number }[] {
  return (element.getAttribute('srcset') ?? '').split(',').map((offer) => {
    const [address = '', width = ''] = offer.split(' ');
    return { address, width: Number.parseInt(width, 10) };
  });
}

describe('The pictures of an article', () => {
  test('lie in every width and both formats in a folder of the article', () => {
    expect(copies.map((file) => file.replace(/-[0-9a-f]{8}-/, '-<digest>-'))).toEqual([
      'pictures/old-bridge/held-upright-<digest>-480.avif',
      'pictures/old-bridge/held-upright-<digest>-480.jpg',
      'pictures/old-bridge/held-upright-<digest>-600.avif',
      'pictures/old-bridge/held-upright-<digest>-600.jpg',
      'pictures/old-bridge/old-bridge-<digest>-1440.avif',
      'pictures/old-bridge/old-bridge-<digest>-1440.jpg',
      'pictures/old-bridge/old-bridge-<digest>-480.avif',
      'pictures/old-bridge/old-bridge-<digest>-480.jpg',
      'pictures/old-bridge/old-bridge-<digest>-960.avif',
      'pictures/old-bridge/old-bridge-<digest>-960.jpg',
      'pictures/old-bridge/the-lake-<digest>-1200.avif',
      'pictures/old-bridge/the-lake-<digest>-1200.jpg',
      'pictures/old-bridge/the-lake-<digest>-480.avif',
      'pictures/old-bridge/the-lake-<digest>-480.jpg',
      'pictures/old-bridge/the-lake-<digest>-960.avif',
      'pictures/old-bridge/the-lake-<digest>-960.jpg',
      'pictures/old-bridge/valley-<digest>-480.avif',
      'pictures/old-bridge/valley-<digest>-480.jpg',
      'pictures/old-bridge/valley-<digest>-800.avif',
      'pictures/old-bridge/valley-<digest>-800.jpg',
    ]);
  });

  test('have no compressed siblings: they are compressed', () => {
    expect(features.siblings.filter((file) => file.startsWith('pictures/'))).toEqual([]);
  });

  test('are as wide as they are called, and say nothing of who took them where', async () => {
    for (const file of copies) {
      const { format, width, exif, icc, iptc, xmp, orientation, space } = await sharp(features.bytes(file)).metadata();

      expect([format === 'heif' ? 'avif' : 'jpg', String(width)], file).toEqual([
        file.split('.')[1],
        /-(\d+)\./.exec(file)?.[1],
      ]);
      expect([exif, icc, iptc, xmp, orientation, space], file).toEqual([...Array(5).fill(undefined), 'srgb']);
      expect(features.bytes(file).toString('latin1'), file).not.toMatch(/Exif\0|GPS|Secret 3000|Somebody/);
    }
  });

  test('are offered as they are: each address leads to a file as wide as is said, and all files are offered', async () => {
    const offers = all(document, 'source, img').flatMap(offersOf);
    for (const { address, width } of offers) {
      expect((await sharp(features.bytes(address.slice(1))).metadata()).width).toBe(width);
    }
    expect(copies.filter((file) => !offers.some(({ address }) => address === `/${file}`))).toEqual([]);
    for (const img of all(document, 'img')) expect(copies).toContain(img.getAttribute('src')?.slice(1));
  });

  test('take the place in the page that they will fill, to the pixel', async () => {
    for (const img of all(document, 'img')) {
      const [width = 0, height = 0] = ['width', 'height'].map((name) => Number(img.getAttribute(name)));
      const made = await sharp(features.bytes((img.getAttribute('src') ?? '').slice(1))).metadata();
      expect(width).toBeGreaterThan(0);
      expect(Math.abs(height - (width * made.height) / made.width)).toBeLessThan(2);
    }
  });

  test('stand upright, also where the camera was held so', () => {
    const shapes = [lead, lake, valley, held].map((figure) => {
      const img = figure?.querySelector('img');
      return Number(img?.getAttribute('height')) > Number(img?.getAttribute('width')) ? 'upright' : 'across';
    });
    expect(shapes).toEqual(['across', 'across', 'upright', 'upright']);
  });

  test('have caption and credit under them, or a credit alone', () => {
    expect([lake, valley, held].map((figure) => figure?.querySelector('figcaption')?.textContent)).toEqual([
      'The lake to which the river runs. Ben Example/Example Agency',
      'Ada Example',
      'Upright, whatever the file says. Somebody',
    ]);
  });

  test('are one file where the article shows one twice', () => {
    expect(again?.querySelector('img')?.getAttribute('src')).toBe(lake?.querySelector('img')?.getAttribute('src'));
  });

  test('are fetched late in the text, and above it at once; nothing is fetched ahead of the page', () => {
    const wishes = all(document, 'img').map((img) => [img.getAttribute('loading'), img.getAttribute('fetchpriority')]);
    expect(wishes).toEqual([[null, 'high'], ...Array(4).fill(['lazy', null])]);
    expect(all(document, 'link[rel=preload]')).toEqual([]);
  });

  test('are made of the same parts above the text and in it', () => {
    const parts = (figure: Element | undefined) =>
      all(figure ?? document, '*').map((element) => [
        element.tagName,
        element.getAttributeNames().filter((name) => !['media', 'loading', 'fetchpriority'].includes(name)),
      ]);
    const [picture, , ...rest] = parts(lead);
    expect([picture, ...rest]).toEqual(parts(lake));
  });
});

describe('The budget of pictures', () => {
  test('holds the lead picture on a phone, however fine its pixels: 60 kB', () => {
    const forPhones = lead?.querySelector('source[media="(max-width:40rem)"]');
    const weights = (forPhones ? offersOf(forPhones) : []).map(
      ({ address }) => features.bytes(address.slice(1)).byteLength,
    );
    expect(weights).toHaveLength(2);
    expect(Math.max(...weights)).toBeLessThanOrEqual(60_000);
    // The picture has so much detail that the budget means something.
    expect(Math.max(...weights)).toBeGreaterThan(30_000);
  });
});

describe('The pictures of what is not published', () => {
  test('are nowhere in the site, not in name and not in content', async () => {
    const hidden = globSync('**/hidden-*', { cwd: sites.features.content });
    expect(hidden).toHaveLength(3);
    expect(features.files.filter((file) => /hidden|draft|embargo|pictures\/taken/.test(file))).toEqual([]);
    for (const page of features.pages) expect(page.html).not.toMatch(/hidden-(secret|under|taken)/);
  });

  test('are made already, where nobody is served from', () => {
    const kept = globSync('*', { cwd: join(`${sites.features.out}.press`, 'pictures') });
    expect(kept.filter((file) => file.endsWith('-96.avif'))).toHaveLength(3);
    expect(existsSync(join(sites.features.out, 'pictures/under-embargo'))).toBe(false);
  });
});

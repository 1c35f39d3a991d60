import { brotliCompressSync, constants } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { all, attribute, type BuiltSite, builtSite } from '../support/built-site.ts';

const standfirst = builtSite('standfirst');
const features = builtSite('features');
const arabic = builtSite('arabic');

/** The map of a page as text in the file, and as an element. */
function mapOf(site: BuiltSite, route: string): { html: string; figure: Element } {
  const page = site.pages.find((one) => one.route === route);
  const figure = page?.document.querySelector('figure.locator');
  const [html] = /<figure class="locator">.*?<\/figure>/s.exec(page?.html ?? '') ?? [];
  if (!figure || html === undefined) throw new Error(`${route} has no map.`);
  return { html, figure };
}

function brotli(text: string): number {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).byteLength;
}

const maps = [
  ['standfirst', mapOf(standfirst, '/articles/iraq-syria-border/')],
  ['features', mapOf(features, '/articles/longest-headline/')],
  ['arabic', mapOf(arabic, '/articles/first/')],
] as const;

describe('The map of an article', () => {
  test.each(maps)('of %s takes 3,000 bytes at most, compressed by itself', (_site, { html }) => {
    expect(brotli(html)).toBeLessThanOrEqual(3000);
  });

  test.each([
    [
      'standfirst',
      ['Baghdad', 'Ain al-Asad Air Base', 'Raqqa', 'Al-Shaddadi', 'Ain Issa', 'Damascus'],
      ['Iraq', 'Syria'],
    ],
    ['features', ['Geneva'], []],
    ['arabic', ['بغداد', 'قاعدة عين الأسد الجوية', 'الرقة', 'الشدادي', 'عين عيسى', 'دمشق'], ['العراق', 'سوريا']],
  ])('of %s names every place and both countries, on the map and in text', (site, places, countries) => {
    const figure = maps.find(([name]) => name === site)?.[1].figure ?? maps[0][1].figure;
    const described = figure.querySelector('#map_text')?.textContent;
    for (const form of ['.map-s', '.map-l']) {
      const labels = all(figure, `g${form} text`).map((label) =>
        [...label.childNodes].map(({ textContent }) => textContent).join(' '),
      );
      for (const name of [...places, ...countries]) expect(labels).toContain(name);
    }
    for (const name of [...places, ...countries]) expect(described).toContain(name);
  });

  test('has the editor’s words as its name, its caption and its credit', () => {
    const [, { figure }] = maps[0];
    expect(attribute(figure, '[role=img]', 'aria-label')).toMatch(/^Map of Iraq and Syria with their shared border/);
    expect(attribute(figure, '[role=img]', 'aria-describedby')).toBe('map_text');
    const [key, ...caption] = figure.querySelector('figcaption')?.childNodes ?? [];
    expect(key?.textContent).toBe('\u00a0Border between Iraq and Syria ■\u00a0Capital');
    expect(caption.map(({ textContent }) => textContent).join('')).toBe(
      'The frontier between Iraq and Syria, and the places that the article names. Map: Standfirst, from Natural Earth',
    );
  });

  test('has a scale in kilometres and miles, in the words of the site', () => {
    expect(maps[0][1].html).toMatch(/200 km.*100 mi/s);
    expect(maps[2][1].figure.textContent).toMatch(/كم.*ميل/s);
  });

  test.each(maps)('of %s stands between header and text', (_site, { figure }) => {
    expect(figure.previousElementSibling?.className).toBe('article-head');
    const parts = [...(figure.parentElement?.children ?? [])].map(({ className }) => className);
    expect(parts.indexOf('article-text')).toBeGreaterThan(parts.indexOf('locator'));
  });
});

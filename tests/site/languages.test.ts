import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { builtSite, pageAt } from '../support/built-site.ts';

const site = builtSite('bilingual');
const english = pageAt(site, '/articles/iraq-syria-border/');
const arabic = pageAt(site, '/ar/articles/iraq-syria-border/');
const all = (page: typeof english, selector: string) => [...page.document.querySelectorAll<HTMLElement>(selector)];

describe('The article in two languages', () => {
  test.each([
    ['English', english],
    ['Arabic', arabic],
  ])('arrives in the first flight in %s: 13,600 bytes in brotli', (_language, { html }) => {
    expect(brotliCompressSync(html).byteLength).toBeLessThanOrEqual(13_600);
  });

  test('has notes on names where they fit, and leads to the glossary where they do not', () => {
    const glossary = pageAt(site, '/ar/glossary/');
    const names = all(arabic, '.prose a.who');

    expect(all(english, '.whos-who .card')).toHaveLength(17);
    expect(all(arabic, '.whos-who')).toEqual([]);
    expect(names).toHaveLength(17);
    for (const { href } of names as HTMLAnchorElement[]) {
      const { pathname, hash } = new URL(href, 'https://x.example');
      expect(pathname).toBe('/ar/glossary/');
      expect(glossary.document.getElementById(hash.slice(1)), hash).not.toBeNull();
    }
  });

  test('is as a whole in its language: no word of the original but its own name, and that of a service', () => {
    const words = all(arabic, 'main *:not(script, style)')
      .flatMap(({ childNodes }) => [...childNodes].flatMap((node) => (node.nodeType === 3 ? node.textContent : [])))
      .join(' ')
      .replaceAll(/https:\S+/g, '')
      .match(/[A-Za-z]+(?: [A-Za-z]+)*/g);

    expect([...new Set(words)].toSorted()).toEqual(['English', 'Natural Earth']);
  });
});

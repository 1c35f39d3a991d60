import { describe, expect, test } from 'vitest';
import { heaviestParts, pageBudget } from '@/lib/press/page/budget.ts';
import { noise } from '../../../support/noise.ts';

describe('The budget of a page', () => {
  test('leaves 1,000 bytes of the first ten segments of a connection to its headers', () => {
    expect(pageBudget).toBe(10 * 1460 - 1000);
  });
});

describe('The heaviest parts of a page', () => {
  const page = `<head><style>${noise('style', 2000)}</style><script>${noise('script', 500)}</script></head>
    <main><p>${noise('text', 9000)}</p>
      <section id="sources">${noise('sources', 4000)}</section>
      <section class="unnamed">${noise('unnamed', 9000)}</section>
      <svg id="map"><path d="${noise('map', 3000)}"/></svg></main>`;

  test('are named with their ids and their bytes in brotli, the heaviest first', () => {
    expect(heaviestParts(page)).toMatch(/^section#sources 2,\d{3}, svg#map 1,\d{3}, style 1,\d{3}$/);
  });

  test('are as many as asked for', () => {
    expect(heaviestParts(page, 1)).toMatch(/^section#sources [\d,]+$/);
    expect(heaviestParts(page, 9).split(/, (?=\D)/)).toHaveLength(4);
  });

  test('are none on a page that has no parts', () => {
    expect(heaviestParts('<p>Text</p>')).toBe('');
  });
});

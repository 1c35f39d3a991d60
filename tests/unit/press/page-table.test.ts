import { describe, expect, test } from 'vitest';
import { pageTable } from '@/lib/press/page-table.ts';
import { noise } from '../../support/noise.ts';

describe('The table of pages', () => {
  test('has the bytes of each page in the order of the list, plain and compressed, and the budget', () => {
    const pages = [
      { file: 'index.html', html: 'é'.repeat(600), brotli: 13_600 },
      { file: '404.html', html: '', brotli: 1 },
    ];

    expect(pageTable(pages).split('\n')).toEqual([
      'page        bytes  brotli',
      'index.html  1,200  13,600',
      '404.html        0       1',
      'budget of a page: 13,600 in brotli',
    ]);
  });

  test('of more than twenty-four pages has those alone that are heaviest in brotli', () => {
    const pages = Array.from({ length: 30 }, (_, index) => ({ file: `${index}.html`, html: '', brotli: index }));

    const lines = pageTable(pages).split('\n');

    expect(lines).toHaveLength(1 + 24 + 2);
    expect(lines[1]).toMatch(/^29\.html +0 +29$/);
    expect(lines[24]).toMatch(/^6\.html +0 +6$/);
    expect(lines[25]).toBe('… and 6 lighter pages');
  });

  test('warns of each page that is over its budget, the heaviest first, and names its heaviest parts', () => {
    const html = `<style>${noise('style', 500)}</style><section id="sources">${noise('sources', 900)}</section>`;
    const pages = [
      { file: 'over.html', html, brotli: 13_601 },
      { file: 'within.html', html, brotli: 13_600 },
      { file: 'far-over.html', html, brotli: 15_000 },
    ];

    expect(pageTable(pages).split('\n').slice(-2)).toEqual([
      expect.stringMatching(
        /^warning: far-over\.html is 1,400 over its budget; heaviest: section#sources \d{3}, style \d{3}$/,
      ),
      expect.stringMatching(/^warning: over\.html is 1 over its budget; heaviest: section#sources \d{3}, style \d{3}$/),
    ]);
  });
});

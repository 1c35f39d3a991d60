import { describe, expect, test } from 'vitest';
import { pageTable } from '@/lib/press/page/page-table.ts';

describe('The table of pages', () => {
  test('has the bytes of each page in the order of the list, plain and compressed, and the budget', () => {
    const pages = [
      { file: 'index.html', plain: 1200, brotli: 13_600, heaviest: undefined },
      { file: '404.html', plain: 0, brotli: 1, heaviest: undefined },
    ];

    expect(pageTable(pages).split('\n')).toEqual([
      'page        bytes  brotli',
      'index.html  1,200  13,600',
      '404.html        0       1',
      'budget of a page: 13,600 in brotli',
    ]);
  });

  test('of more than twenty-four pages has those alone that are heaviest in brotli', () => {
    const pages = Array.from({ length: 30 }, (_, index) => ({
      file: `${index}.html`,
      plain: 0,
      brotli: index,
      heaviest: undefined,
    }));

    const lines = pageTable(pages).split('\n');

    expect(lines).toHaveLength(1 + 24 + 2);
    expect(lines[1]).toMatch(/^29\.html +0 +29$/);
    expect(lines[24]).toMatch(/^6\.html +0 +6$/);
    expect(lines[25]).toBe('… and 6 lighter pages');
  });

  test('warns of each page that is over its budget, the heaviest first, and names its heaviest parts', () => {
    const pages = [
      { file: 'over.html', plain: 60_000, brotli: 13_601, heaviest: 'style 9,000' },
      { file: 'within.html', plain: 60_000, brotli: 13_600, heaviest: undefined },
      { file: 'far-over.html', plain: 60_000, brotli: 15_000, heaviest: 'section#sources 8,000, style 700' },
    ];

    expect(pageTable(pages).split('\n').slice(-2)).toEqual([
      'warning: far-over.html is 1,400 over its budget; heaviest: section#sources 8,000, style 700',
      'warning: over.html is 1 over its budget; heaviest: style 9,000',
    ]);
  });
});

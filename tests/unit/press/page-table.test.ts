import { describe, expect, test } from 'vitest';
import { pageTable } from '@/lib/press/page-table.ts';

describe('The table of pages', () => {
  test('has the bytes of each page in the order of the list, plain and compressed', () => {
    const pages = [
      { file: 'index.html', html: 'é'.repeat(600) },
      { file: '404.html', html: '' },
    ];

    expect(pageTable(pages).split('\n')).toEqual([
      'page        bytes  brotli',
      expect.stringMatching(/^index\.html {2}1,200 {6}\d\d$/),
      '404.html        0       1',
    ]);
  });

  test('of more than twenty-four pages has the heaviest alone', () => {
    const pages = Array.from({ length: 30 }, (_, index) => ({ file: `${index}.html`, html: 'x'.repeat(index) }));

    const lines = pageTable(pages).split('\n');

    expect(lines).toHaveLength(1 + 24 + 1);
    expect(lines[1]).toMatch(/^29\.html +29 /);
    expect(lines[24]).toMatch(/^6\.html +6 /);
    expect(lines[25]).toBe('… and 6 lighter pages');
  });
});

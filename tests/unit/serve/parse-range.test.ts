import { describe, expect, test } from 'vitest';
import { parseRange } from '@/lib/serve/parse-range.ts';

describe('A range of ten bytes', () => {
  test.each([
    ['bytes=0-0', { start: 0, end: 0 }],
    ['bytes=2-5', { start: 2, end: 5 }],
    ['bytes=7-', { start: 7, end: 9 }],
    ['bytes=-3', { start: 7, end: 9 }],
    ['bytes=-30', { start: 0, end: 9 }],
    ['bytes=5-99', { start: 5, end: 9 }],
    ['Bytes= 2-5 ', { start: 2, end: 5 }],
  ])('is found by %s', (header, range) => {
    expect(parseRange(header, 10)).toEqual(range);
  });

  test.each(['bytes=10-', 'bytes=10-12', 'bytes=-0', 'bytes=99999999999999999999-'])('is nowhere: %s', (header) => {
    expect(parseRange(header, 10)).toBe('nowhere');
  });

  test.each(['', 'bytes', 'bytes=', 'bytes=-', 'bytes=5-2', 'bytes=0-1,3-4', 'lines=1-2', 'bytes=a-b', 'bytes=1--2'])(
    'is the whole where it is not one that can be read: "%s"',
    (header) => {
      expect(parseRange(header, 10)).toBe('whole');
    },
  );

  test('of an empty file is nowhere', () => {
    expect(parseRange('bytes=0-', 0)).toBe('nowhere');
    expect(parseRange('bytes=-1', 0)).toBe('nowhere');
  });
});

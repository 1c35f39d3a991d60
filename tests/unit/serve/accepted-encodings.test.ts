import { describe, expect, test } from 'vitest';
import { acceptedEncodings } from '@/lib/serve/accepted-encodings.ts';

describe('The encodings that are accepted, the best first,', () => {
  test.each([
    [undefined, ['identity']],
    ['', ['identity']],
    ['gzip, deflate, br, zstd', ['br', 'gzip', 'identity']],
    ['gzip, deflate', ['gzip', 'identity']],
    ['x-gzip', ['gzip', 'identity']],
    ['*', ['br', 'gzip', 'identity']],
    ['*;q=0.5, gzip;q=1', ['gzip', 'br', 'identity']],
    ['br;q=0, *', ['gzip', 'identity']],
    ['br;q=0.2, gzip;q=0.8', ['gzip', 'br', 'identity']],
    ['br;q=0.5, identity', ['identity', 'br']],
    ['identity', ['identity']],
    ['BR ; Q=1', ['br', 'identity']],
    ['gzip;q=0.001, identity;q=0', ['gzip']],
    ['br;q=0, gzip;q=0.000', ['identity']],
    ['deflate, zstd', ['identity']],
  ])('of %j are %j', (header, encodings) => {
    expect(acceptedEncodings(header)).toEqual(encodings);
  });

  test.each(['br;q=2', 'br;q=-1', 'br;q=high', 'br;q='])('do not have one whose weight is no weight: %s', (header) => {
    expect(acceptedEncodings(header)).toEqual(['identity']);
  });

  test('are the plain bytes where nothing of what there is is accepted', () => {
    expect(acceptedEncodings('identity;q=0')).toEqual(['identity']);
    expect(acceptedEncodings('*;q=0')).toEqual(['identity']);
  });
});

import { describe, expect, test } from 'vitest';
import { namesTag } from '@/lib/serve/etag-match.ts';

describe('A list of tags', () => {
  test.each(['"a"', '"b", "a"', '"b","a" , "c"', '*', ' * ', 'W/"a"', '"x,y", W/"a"'])('names the tag: %s', (list) => {
    expect(namesTag(list, '"a"', 'weak')).toBe(true);
  });

  test.each(['', 'a', '"b"', '"ab"', '"A"', '"b", W/"c"', '"*"'])('does not name it: %s', (list) => {
    expect(namesTag(list, '"a"', 'weak')).toBe(false);
  });

  test('does not name it by a weak one where bytes have to be the same', () => {
    expect(namesTag('W/"a"', '"a"', 'strong')).toBe(false);
    expect(namesTag('W/"b", "a"', '"a"', 'strong')).toBe(true);
  });
});

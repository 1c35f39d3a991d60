import { describe, expect, test } from 'vitest';
import { matchesEtag } from '@/lib/serve/etag-match.ts';

describe('A list of tags', () => {
  test.each(['"a"', '"b", "a"', '"b","a" , "c"', '*', ' * ', 'W/"a"', '"x,y", W/"a"'])('names the tag: %s', (list) => {
    expect(matchesEtag(list, '"a"', 'weak')).toBe(true);
  });

  test.each(['', 'a', '"b"', '"ab"', '"A"', '"b", W/"c"', '"*"'])('does not name it: %s', (list) => {
    expect(matchesEtag(list, '"a"', 'weak')).toBe(false);
  });

  test('does not name it by a weak one where bytes have to be the same', () => {
    expect(matchesEtag('W/"a"', '"a"', 'strong')).toBe(false);
    expect(matchesEtag('W/"b", "a"', '"a"', 'strong')).toBe(true);
  });
});

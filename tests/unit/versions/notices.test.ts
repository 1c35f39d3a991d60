import { describe, expect, test } from 'vitest';
import { cutAtNotices } from '@/lib/versions/notices.ts';

const cut = (text: string, ...reasons: string[]) =>
  cutAtNotices(text, reasons).map(({ text: words, isNotice }) => (isNotice ? `(!${words}!)` : words));

describe('A text with notices of what was taken out', () => {
  test.each([
    ['none', 'It held [fast].', ['by law'], ['It held [fast].']],
    ['no reason', 'It held [by law].', [], ['It held [by law].']],
    ['one', 'A [Removed on 1 May: by law] b', ['by law'], ['A ', '(![Removed on 1 May: by law]!)', ' b']],
    ['one that is all', '[Removed on 1 May: by law]', ['by law'], ['(![Removed on 1 May: by law]!)']],
    [
      'Arabic',
      'رأى [حُذف في 1 مايو: سلامة شاهد] ذلك',
      ['سلامة شاهد'],
      ['رأى ', '(![حُذف في 1 مايو: سلامة شاهد]!)', ' ذلك'],
    ],
    ['two reasons', '[x: a] [y: b]', ['a', 'b'], ['(![x: a]!)', ' ', '(![y: b]!)']],
    ['signs of patterns in the reason', '[x: (a+) [sic]] c', ['(a+) [sic]'], ['(![x: (a+) [sic]]!)', ' c']],
    ['a reason over two lines', '[x: by law]', ['by\n  law'], ['(![x: by law]!)']],
  ])('is cut at them: %s', (_what, text, reasons, expected) => {
    expect(cut(text, ...reasons)).toEqual(expected);
  });
});

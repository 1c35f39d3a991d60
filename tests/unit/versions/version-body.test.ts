import { describe, expect, test } from 'vitest';
import type { Part } from '@/lib/model/recorded-part.ts';
import { formatVersionBody, parseVersionBody } from '@/lib/versions/version-body.ts';

describe('The body of a version', () => {
  test('gives back the parts that were written into it', () => {
    const parts: Part[] = [
      { name: 'headline', markdown: '# A headline' },
      { name: 'lead', markdown: 'One.\n\nTwo.' },
      { name: 'section the-pier', markdown: '## The pier\n\n\\<!-- lead -->' },
    ];
    expect(parseVersionBody(formatVersionBody(parts))).toEqual({ parts });
  });

  test.each([
    ['words before the first part', 'Hello\n<!-- lead -->\n\nx\n', 1],
    ['a part that is not known', '<!-- lead -->\n\nx\n\n<!-- nonsense -->\n', 5],
    ['a section whose id is none', '<!-- section ../x -->\n', 1],
    ['a part that is there twice', '<!-- lead -->\n\n<!-- lead -->\n', 3],
  ])('is faulty with %s', (_what, body, faultyLine) => {
    expect(parseVersionBody(body)).toEqual({ faultyLine });
  });
});

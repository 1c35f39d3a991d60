import { describe, expect, test } from 'vitest';
import { slugify } from '@/lib/content/files/slugify.ts';

describe('The id that a name was meant to be', () => {
  test.each([
    ['Ada Reed.md', 'ada-reed'],
    ['Storm_2026', 'storm-2026'],
    ['north--pier.md', 'north-pier'],
    ['  Café (new).md', 'cafe-new'],
    ['weather.txt', 'weather'],
    ['المقال.md', '<id>'],
  ])('is that of %s: %s', (name, expected) => {
    expect(slugify(name)).toBe(expected);
  });
});

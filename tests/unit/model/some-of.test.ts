import { describe, expect, test } from 'vitest';
import { someOf } from '@/lib/model/some-of.ts';

describe('Names for a message', () => {
  test.each([
    [['storm'], 'storm'],
    [['storm', 'pier'], 'storm, pier'],
    [['storm', 'pier', 'ferry', 'bridge'], 'storm, pier, 2 more'],
  ])('%j are %s', (names, text) => {
    expect(someOf(names, 2)).toBe(text);
  });
});

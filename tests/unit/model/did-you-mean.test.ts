import { describe, expect, test } from 'vitest';
import { didYouMean, nearest } from '@/lib/model/did-you-mean.ts';

describe('The nearest name', () => {
  test.each([
    ['titel', ['title', 'topics'], 'title'],
    ['Title', ['title'], 'title'],
    ['publised', ['published', 'publisher'], 'published'],
    ['baghdad', ['baghdad-north', 'baghdat'], 'baghdat'],
    ['kind', ['name', 'colour'], undefined],
    ['ab', ['cd'], undefined],
    ['x', [], undefined],
  ])('to %s among %j is %s', (found, candidates, expected) => {
    expect(nearest(found, candidates)).toBe(expected);
  });

  test('is the first of several that are equally near', () => {
    expect(nearest('cat', ['bat', 'rat'])).toBe('bat');
  });
});

describe('A suggestion', () => {
  test('names what is near', () => {
    expect(didYouMean('titel', ['title', 'topics'])).toBe('Did you mean "title"?');
  });

  test('lists what is known where nothing is near', () => {
    expect(didYouMean('colour', ['title', 'topics'])).toBe('Known: title, topics.');
  });

  test('lists twelve names at most', () => {
    const names = Array.from({ length: 13 }, (_, index) => `n${index + 1}`);

    expect(didYouMean('colour', names)).toBe('Known: n1, n2, n3, n4, n5, n6, n7, n8, n9, n10, n11, n12, ….');
    expect(didYouMean('colour', names.slice(1))).toMatch(/n13\.$/);
  });

  test('says so where nothing is known', () => {
    expect(didYouMean('colour', [])).toBe('There is none yet.');
  });
});

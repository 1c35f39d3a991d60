import { describe, expect, it } from 'vitest';
import { bestPassages } from '@/lib/page-scripts/search/draw-hit.ts';

const passage = (title: string, ...scores: number[]) => ({
  title,
  url: `/#${title}`,
  excerpt: '',
  weighted_locations: scores.map((balanced_score) => ({ balanced_score })),
});

describe('The passages that are shown of an article', () => {
  it('are those that have most of what was searched for, in their order in the article', () => {
    const passages = [passage('one', 1), passage('two', 3, 4), passage('three'), passage('four', 2, 2)];
    expect(bestPassages(passages, 2).map(({ title }) => title)).toEqual(['two', 'four']);
  });

  it('are the first ones where all have the same', () => {
    expect(bestPassages([passage('one', 1), passage('two', 1), passage('three', 1)], 2)).toHaveLength(2);
    expect(bestPassages([passage('one', 1), passage('two', 1)], 1).map(({ title }) => title)).toEqual(['one']);
  });

  it('are all where there are few', () => {
    expect(bestPassages([passage('one', 1)], 3)).toHaveLength(1);
  });
});

import { describe, expect, it } from 'vitest';
import { type Query, readQuery, writeQuery } from '@/lib/page-scripts/search/query.ts';

describe('The address of a search', () => {
  it.each<[string, Query]>([
    ['', { words: '', topic: '', year: '' }],
    ['?q=border', { words: 'border', topic: '', year: '' }],
    ['?q=two+words&topic=iraq&year=2026', { words: 'two words', topic: 'iraq', year: '2026' }],
    ['?q=%D8%A7%D9%84%D8%AD%D8%AF%D9%88%D8%AF', { words: 'الحدود', topic: '', year: '' }],
    ['?topic=iraq', { words: '', topic: 'iraq', year: '' }],
  ])('says what is asked, and the other way round: “%s”', (address, query) => {
    expect(readQuery(address)).toEqual(query);
    expect(writeQuery(query)).toBe(address);
  });

  it('is read without blanks around the words, and without what it does not know', () => {
    expect(readQuery('?q=++border+&page=3&year=')).toEqual({ words: 'border', topic: '', year: '' });
  });
});

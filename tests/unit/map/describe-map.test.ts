import { describe, expect, test } from 'vitest';
import { wordsFor } from '@/lib/languages/languages.ts';
import { describeMap } from '@/lib/map/describe-map.ts';

const shown = { places: ['Baghdad', 'Raqqa', 'Damascus'], home: ['Iraq', 'Syria'], neighbours: ['Türkiye', 'Iran'] };

describe('The description of a map', () => {
  test('names its places, the emphasised border and the other countries', () => {
    expect(describeMap(shown, 'en-GB', wordsFor('en-GB').map)).toBe(
      'Marked on the map: Baghdad, Raqqa and Damascus. The border between Iraq and Syria is emphasised. Also named: Türkiye and Iran.',
    );
  });

  test.each([
    ['en-GB', 'Iraq', 'Marked on the map: Baghdad. Iraq is emphasised.'],
    ['ar', 'العراق', 'المواقع المبيّنة على الخريطة: Baghdad. المُبرَز على الخريطة: العراق.'],
  ])('names one emphasised country: %s', (lang, country, expected) => {
    const one = { places: ['Baghdad'], home: [country], neighbours: [] };
    expect(describeMap(one, lang, wordsFor(lang).map)).toBe(expected);
  });

  test('is in the language of the site', () => {
    const arabic = { places: ['بغداد', 'الرقة'], home: ['العراق', 'سوريا'], neighbours: ['تركيا'] };
    expect(describeMap(arabic, 'ar', wordsFor('ar').map)).toBe(
      'المواقع المبيّنة على الخريطة: بغداد والرقة. الحدود بين العراق وسوريا مُبرَزة. وعليها أيضًا أسماء: تركيا.',
    );
  });

  test('says nothing of what is not there', () => {
    const alone = { places: ['Geneva'], home: [], neighbours: [] };
    expect(describeMap(alone, 'en-GB', wordsFor('en-GB').map)).toBe('Marked on the map: Geneva.');
  });
});

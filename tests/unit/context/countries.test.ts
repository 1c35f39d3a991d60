import { describe, expect, test } from 'vitest';
import { loadAtlas } from '@/lib/context/atlas.ts';
import { commonArcs, countryName, findCountry, knownCountries } from '@/lib/context/countries.ts';

const atlas = loadAtlas();

function country(name: string) {
  const found = findCountry(atlas, name, 'en-GB');
  if (!found) throw new Error(`There is no ${name}.`);
  return found;
}

describe('The name of a country', () => {
  test.each([
    ['Iraq', 'en-GB', 'Iraq'],
    ['Iraq', 'ar', 'العراق'],
    ['Syria', 'ar', 'سوريا'],
    ['United Kingdom', 'en-GB', 'UK'],
    ['Bosnia and Herz.', 'en-GB', 'Bosnia'],
    // The atlas gives it no code.
    ['Kosovo', 'ar', 'كوسوفو'],
    // Nobody gives it one.
    ['N. Cyprus', 'ar', 'N. Cyprus'],
  ])('%s in %s is %s', (name, lang, expected) => {
    expect(countryName(country(name), lang)).toBe(expected);
  });
});

describe('A country is found', () => {
  test.each([
    ['as the atlas writes it', 'Dem. Rep. Congo', 'en-GB', 'CD'],
    ['by its long name', 'Bosnia & Herzegovina', 'en-GB', 'BA'],
    ['by its short name', 'UK', 'en-GB', 'GB'],
    ['in the language of the site', 'العراق', 'ar', 'IQ'],
    ['in English on a site in another language', 'Iraq', 'ar', 'IQ'],
    ['in any case', 'south africa', 'en-GB', 'ZA'],
    ['itself, not the islands with its code', 'Australia', 'en-GB', 'AU'],
  ])('%s: %s', (_how, name, lang, code) => {
    expect(findCountry(atlas, name, lang)?.code).toBe(code);
  });

  test('by none but its own names', () => {
    expect(findCountry(atlas, 'العراق', 'en-GB')).toBeUndefined();
    expect(findCountry(atlas, 'Ruritania', 'en-GB')).toBeUndefined();
    expect(country('Australia').name).toBe('Australia');
  });

  test('by every name that editors are offered', () => {
    const names = knownCountries(atlas, 'ar');
    expect(names.length).toBeGreaterThan(250);
    expect(names.filter((name) => !findCountry(atlas, name, 'ar'))).toEqual([]);
  });
});

describe('The border of two countries', () => {
  test('is the same, whichever is named first', () => {
    const arcs = commonArcs(country('Iraq'), country('Syria'));
    expect(arcs.length).toBeGreaterThan(0);
    expect(new Set(arcs)).toEqual(new Set(commonArcs(country('Syria'), country('Iraq'))));
  });

  test.each([
    ['Iraq', 'Egypt'],
    ['Iraq', 'Iraq'],
  ])('of %s and %s is none', (one, other) => {
    expect(commonArcs(country(one), country(other))).toEqual([]);
  });
});

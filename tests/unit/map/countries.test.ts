import { describe, expect, test } from 'vitest';
import { loadAtlas } from '@/lib/map/atlas.ts';
import { commonArcs, countryList, countryName, findCountry, knownCountries, whichOf } from '@/lib/map/countries.ts';
import { otherNames } from '@/lib/map/country-names.ts';

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
    // The atlas has no code for it.
    ['Kosovo', 'ar', 'كوسوفو'],
    // Nobody has one for it.
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
    ['by the name of news agencies', 'DR Congo', 'en-GB', 'CD'],
    ['by its letters', 'DRC', 'en-GB', 'CD'],
    ['by its capital', 'Congo-Brazzaville', 'en-GB', 'CG'],
    ['by its formal name', 'Syrian Arab Republic', 'en-GB', 'SY'],
    ['as the United Nations list it', 'Iran (Islamic Republic of)', 'en-GB', 'IR'],
    ['by a former name', 'Burma', 'en-GB', 'MM'],
    ['by a former name', 'Swaziland', 'en-GB', 'SZ'],
    ['by a former name', 'Czech Republic', 'en-GB', 'CZ'],
    ['with or without accents', 'Cote d’Ivoire', 'en-GB', 'CI'],
    ['by a translated name', 'Ivory Coast', 'en-GB', 'CI'],
    ['with dots', 'U.S.A.', 'en-GB', 'US'],
    ['without dots', 'US', 'ar', 'US'],
    ['in the words of everybody', 'Britain', 'ar', 'GB'],
    ['with an article', 'The Gambia', 'en-GB', 'GM'],
    ['with and', 'Trinidad and Tobago', 'ar', 'TT'],
    ['with a saint', 'St Kitts & Nevis', 'en-GB', 'KN'],
    ['with a saint', 'Saint Vincent and the Grenadines', 'en-GB', 'VC'],
    ['by a new name', 'Türkiye', 'ar', 'TR'],
    ['by an old name', 'Turkey', 'en-GB', 'TR'],
    ['by its present name', 'North Macedonia', 'ar', 'MK'],
    ['with spaces around', ' Viet  Nam ', 'en-GB', 'VN'],
    ['written out', 'São Tomé and Príncipe', 'en-GB', 'ST'],
    ['written out', 'Micronesia (Federated States of)', 'en-GB', 'FM'],
    ['written out', 'United Kingdom of Great Britain and Northern Ireland', 'en-GB', 'GB'],
    ['as one of two that are named alike', 'Republic of China', 'en-GB', 'TW'],
    ['as one of two that are named alike', 'People’s Republic of China', 'en-GB', 'CN'],
    ['as one of two that are named alike', 'Republic of Korea', 'en-GB', 'KR'],
    ['as one of two that are named alike', "Democratic People's Republic of Korea", 'en-GB', 'KP'],
  ])('%s: %s', (_how, name, lang, code) => {
    expect(findCountry(atlas, name, lang)?.code).toBe(code);
  });

  test('by none but its own names', () => {
    expect(findCountry(atlas, 'العراق', 'en-GB')).toBeUndefined();
    expect(findCountry(atlas, 'Ruritania', 'en-GB')).toBeUndefined();
    expect(country('Australia').name).toBe('Australia');
  });

  test.each(['Congo', 'Korea', 'the Virgin Islands'])('by no name that several have: %s', (name) => {
    expect(findCountry(atlas, name, 'en-GB')).toBeUndefined();
    expect(
      whichOf(name)
        .map((one) => findCountry(atlas, one, 'en-GB')?.code)
        .filter(Boolean),
    ).toHaveLength(2);
  });

  test('by the names of no other: each stands for one country', () => {
    const names = countryList(atlas).flat();
    expect(names.length).toBeGreaterThan(400);
    expect(names.length).toBe(new Set(names).size);
    const others = Object.entries(otherNames).flatMap(([own, list]) => list.map((name) => [own, name] as const));
    expect(others.filter(([own, name]) => findCountry(atlas, name, 'en-GB')?.name !== own)).toEqual([]);
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

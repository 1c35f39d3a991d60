import { type Atlas, arcIndex, type Country } from './atlas.ts';
import { namesOfSeveral, otherNames } from './country-names.ts';

/** The name of a country on maps and in lists: the usual short name in a language, or else that of the atlas. */
export function countryName({ code, name }: Country, lang: string): string {
  return (code && namesIn(lang, 'short').of(code)) ?? name;
}

/**
 * The country that an editor names: in English as in the atlas or as the United Nations, news agencies or Unicode write it,
 * or in the language of the site. Capitals, accents, dots and "the" before a name make no difference.
 *
 * @returns `undefined` if there is none, or if several countries have the name.
 */
export function findCountry(atlas: Atlas, name: string, lang: string): Country | undefined {
  return countriesByName(atlas, lang).get(plainName(name));
}

/** Unambiguous names for a name that several countries have; empty for any other. */
export function whichOf(name: string): readonly string[] {
  const plain = plainName(name);
  return Object.entries(namesOfSeveral).find(([several]) => plainName(several) === plain)?.[1] ?? [];
}

/** All names by which `findCountry` finds a country, in alphabetical order. */
export function knownCountries(atlas: Atlas, lang: string): string[] {
  const names = atlas.countries.flatMap((country) => namesOf(country, lang));
  return [...new Set(names)].filter((name) => whichOf(name).length === 0).sort((a, b) => a.localeCompare(b, lang));
}

/** The English names of each country, the usual one first, in alphabetical order, for docs/countries.md. */
export function countryList(atlas: Atlas): string[][] {
  return atlas.countries
    .map((country) => {
      const names = [countryName(country, 'en'), ...namesOf(country, 'en')];
      return [...new Set(names)].filter((name) => findCountry(atlas, name, 'en') === country);
    })
    .filter(({ length }) => length > 0)
    .sort(([a = ''], [b = '']) => a.localeCompare(b, 'en'));
}

/** For each language, every country by each of its names in comparable form: the names of the atlas come first. */
const byName = new WeakMap<Atlas, Map<string, Map<string, Country>>>();

function countriesByName(atlas: Atlas, lang: string): Map<string, Country> {
  const languages = byName.get(atlas) ?? new Map<string, Map<string, Country>>();
  byName.set(atlas, languages);
  const known = languages.get(lang);
  if (known) return known;
  const found = new Map<string, Country>();
  const add = (country: Country, names: readonly string[]) => {
    for (const name of names.map(plainName)) if (!found.has(name)) found.set(name, country);
  };
  for (const country of atlas.countries) add(country, [country.name]);
  for (const country of atlas.countries) add(country, namesOf(country, lang));
  for (const name of Object.keys(namesOfSeveral)) found.delete(plainName(name));
  languages.set(lang, found);
  return found;
}

/** A name in comparable form, without what people write in different ways. */
function plainName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/\bst\b\.?/g, 'saint')
    .replace(/[.'’ʼ]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the /, '');
}

/** The arcs of the border that two countries share; none if they share none, or are the same. */
export function commonArcs(one: Country, other: Country): number[] {
  if (one === other) return [];
  const around = new Set(arcsOf(one));
  return arcsOf(other).filter((arc) => around.has(arc));
}

function arcsOf({ polygons }: Country): number[] {
  return polygons.flatMap(({ rings }) => rings.flat().map(arcIndex));
}

/** All names of a country: in English, and in the language of the site. */
function namesOf({ code, name }: Country, lang: string): string[] {
  const languages = [...new Set(['en', lang])];
  const inLanguages = (style: 'long' | 'short') =>
    languages.flatMap((language) => (code && namesIn(language, style).of(code)) ?? []);
  return [name, ...inLanguages('long'), ...inLanguages('short'), ...(otherNames[name] ?? [])];
}

/** Creating one takes longer than looking up all countries. */
const displayNames = new Map<string, Intl.DisplayNames>();

function namesIn(lang: string, style: 'long' | 'short'): Intl.DisplayNames {
  const key = `${lang} ${style}`;
  const known = displayNames.get(key);
  if (known) return known;
  const made = new Intl.DisplayNames(lang, { type: 'region', style, fallback: 'none' });
  displayNames.set(key, made);
  return made;
}

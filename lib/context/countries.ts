import { type Atlas, arcIndex, type Country } from './atlas.ts';

/** What a map or a list calls a country in a language: the short name that is usual there, else that of the atlas. */
export function countryName({ code, name }: Country, lang: string): string {
  return (code && namesIn(lang, 'short').of(code)) ?? name;
}

/**
 * The country that an editor names, in English as the atlas has it or in the site's language, in any case.
 *
 * @returns `undefined` where there is none.
 */
export function findCountry(atlas: Atlas, name: string, lang: string): Country | undefined {
  const wanted = name.toLowerCase();
  return (
    atlas.countries.find((country) => country.name.toLowerCase() === wanted) ??
    atlas.countries.find((country) => namesOf(country, lang).some((one) => one.toLowerCase() === wanted))
  );
}

/** All names by which `findCountry` finds a country, in alphabetical order. */
export function knownCountries(atlas: Atlas, lang: string): string[] {
  const names = atlas.countries.flatMap((country) => [country.name, ...namesOf(country, lang)]);
  return [...new Set(names)].sort((a, b) => a.localeCompare(b, lang));
}

/** The arcs of the border that two countries share; none where they share none, or are one. */
export function commonArcs(one: Country, other: Country): number[] {
  if (one === other) return [];
  const around = new Set(arcsOf(one));
  return arcsOf(other).filter((arc) => around.has(arc));
}

function arcsOf({ polygons }: Country): number[] {
  return polygons.flat(2).map(arcIndex);
}

function namesOf({ code }: Country, lang: string): string[] {
  return code === undefined ? [] : (['long', 'short'] as const).flatMap((style) => namesIn(lang, style).of(code) ?? []);
}

/** Making one takes longer than asking it for all countries. */
const displayNames = new Map<string, Intl.DisplayNames>();

function namesIn(lang: string, style: 'long' | 'short'): Intl.DisplayNames {
  const key = `${lang} ${style}`;
  const known = displayNames.get(key);
  if (known) return known;
  const made = new Intl.DisplayNames(lang, { type: 'region', style, fallback: 'none' });
  displayNames.set(key, made);
  return made;
}

import leven from 'leven';
import { type Atlas, loadAtlas } from '../../map/atlas.ts';
import { commonArcs, findCountry, knownCountries, whichOf } from '../../map/countries.ts';
import type { Report } from '../../model/problem.ts';
import type { FrontMatter } from '../files/front-matter.ts';

/**
 * Reports emphasised countries that the atlas does not know, and two that share no border.
 *
 * The atlas is large, so it is loaded only if an article emphasises something.
 *
 * @param emphasise The valid value from the front matter: one country, or two neighbours.
 * @param lang The language of the site: countries may be named in it or in English.
 */
export function checkEmphasis(
  { file, placeOf }: FrontMatter,
  emphasise: readonly string[],
  lang: string,
  report: Report,
): void {
  const path = ['picture', 'map', 'emphasise'];
  const atlas = loadAtlas();
  const [one, other] = emphasise.map((name, index) => {
    const country = findCountry(atlas, name, lang);
    if (country) return country;
    report({ file, ...placeOf([...path, index]), code: 'country-unknown', message: unknown(atlas, name, lang) });
    return undefined;
  });
  if (!one || !other || commonArcs(one, other).length > 0) return;
  const names = emphasise.map((name) => `"${name}"`).join(' and ');
  const found = one === other ? `${names} are the same country` : `${names} have no common border`;
  const message = `${found}. Name two neighbours, or one country alone.`;
  report({ file, ...placeOf(path), code: 'border-none', message });
}

/**
 * What to say about a name that fits no country, or several. A different state is never suggested for a valid name: names of
 * states are too similar (Gaza and Ghana, Niger and Nigeria). So only one letter may be wrong, and not the first.
 */
function unknown(atlas: Atlas, name: string, lang: string): string {
  const several = whichOf(name);
  if (several.length > 0) {
    return `"${name}" may be more than one country. Write ${several.map((one) => `"${one}"`).join(' or ')}.`;
  }
  const near = knownCountries(atlas, lang).filter((known) => isOneLetterOff(name.toLowerCase(), known.toLowerCase()));
  const meant = new Set(near.map((known) => findCountry(atlas, known, lang)));
  const hint = meant.size === 1 ? `Did you mean "${near[0]}"? ` : '';
  return `The atlas has no country "${name}". ${hint}docs/countries.md lists all names.`;
}

/** Whether two names of four letters or more have the same first letter and differ in one letter, or in two swapped letters. */
function isOneLetterOff(one: string, other: string): boolean {
  if (Math.min(one.length, other.length) < 4 || one[0] !== other[0]) return false;
  const distance = leven(one, other);
  return distance === 1 || (distance === 2 && one.length === other.length && sorted(one) === sorted(other));
}

function sorted(text: string): string {
  return [...text].sort().join('');
}

import { loadAtlas } from '../context/atlas.ts';
import { commonArcs, findCountry, knownCountries } from '../context/countries.ts';
import type { FrontMatter } from './front-matter.ts';
import { suggestion } from './nearest.ts';
import type { Report } from './problem.ts';

/**
 * Reports countries of an emphasised border that the atlas does not know, and two that share no border.
 *
 * The atlas is large, and read only where an article emphasises something.
 *
 * @param emphasise What the front matter says, in a form that is known to be right.
 * @param lang The language of the site, in which countries may be named besides English.
 */
export function checkEmphasis(
  { file, placeOf }: FrontMatter,
  emphasise: readonly [string, string],
  lang: string,
  report: Report,
): void {
  const path = ['picture', 'map', 'emphasise'];
  const atlas = loadAtlas();
  const [one, other] = emphasise.map((name, index) => {
    const country = findCountry(atlas, name, lang);
    if (country) return country;
    const message = `The atlas has no country "${name}". ${suggestion(name, knownCountries(atlas, lang))}`;
    report({ file, ...placeOf([...path, index]), code: 'country-unknown', message });
    return undefined;
  });
  if (!one || !other || commonArcs(one, other).length > 0) return;
  const names = emphasise.map((name) => `"${name}"`).join(' and ');
  const found = one === other ? `${names} are the same country` : `${names} have no common border`;
  const message = `${found}. Name two neighbours, or take emphasise out.`;
  report({ file, ...placeOf(path), code: 'border-none', message });
}

import { loadAtlas } from '../map/atlas.ts';
import { countryList } from '../map/countries.ts';
import { namesOfSeveral } from '../map/country-names.ts';

const head = `# Countries

The English names by which \`emphasise\` in the \`map\` of an article, and \`country\` in an entry of the glossary, know a country: those of
the atlas (Natural Earth), of Unicode (CLDR), of the United Nations and of news agencies. Names in the language of the site do
as well. Capitals, accents, dots and "the" before a name make no difference. This page is made by \`npm run docs\`.

The atlas shows who controls a territory, and not who claims it. It has some territories apart from the states that they belong
to.
`;

/** The text of docs/countries.md. */
export function countriesPage(): string {
  const rows = countryList(loadAtlas()).map(
    ([name, ...others]) => `- **${name}**${others.length > 0 ? `: ${others.join('; ')}` : ''}`,
  );
  const several = Object.entries(namesOfSeveral).map(
    ([name, which]) => `- **${name}** may be ${which.join(' or ')}: write which.`,
  );
  return [head, ...rows, '', '## Names of several countries', '', ...several, ''].join('\n');
}

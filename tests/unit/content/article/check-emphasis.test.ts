import { describe, expect, test } from 'vitest';
import { aContentFolder, anIndex, problemLines } from '../../../support/content-folder.ts';

/** What is reported for a map that emphasises these countries. */
function told(countries: string): string[] {
  const keys = `picture:\n  map: { places: [pier], emphasise: ${countries} }\n  alt: Map of the coast\n  credit: Desk`;
  const pier = '---\nname: The pier\nkind: place\nlatitude: 33\nlongitude: 44\n---\n\nA pier.\n';
  const dir = aContentFolder({ 'articles/storm/index.md': anIndex({ keys }), 'glossary/pier.md': pier });
  return problemLines(dir).map((line) => line.split('  ').slice(2).join(' '));
}

describe('A map emphasises', () => {
  test.each(['[Iraq]', '[Iraq, Syria]', '[DR Congo, Burundi]', '[UK, Republic of Ireland]', '[US, Mexico]'])(
    '%s',
    (countries) => {
      expect(told(countries)).toEqual([]);
    },
  );

  test.each([
    'Gaza',
    'Scotland',
    'England',
    'Kurdistan',
    'Niger Delta',
    'Tibet',
    'Crimea',
    'Catalonia',
    'Chechnya',
    'Zanzibar',
    'Bavaria',
    'Galicia',
    'Abkhazia',
    'Yugoslavia',
    'USSR',
    'Siam',
    'Ruritania',
    'Irak',
    'Nigera',
    'x',
  ])('no state in the place of what is none: %s', (name) => {
    expect(told(`[${name}]`)).toEqual([
      `country-unknown The atlas has no country "${name}". docs/countries.md lists all names.`,
    ]);
  });

  test.each([
    ['Urugay', 'Uruguay'],
    ['Mozambiqe', 'Mozambique'],
    ['Gautemala', 'Guatemala'],
  ])('what is misspelt: %s', (name, meant) => {
    expect(told(`[${name}]`)).toEqual([
      `country-unknown The atlas has no country "${name}". Did you mean "${meant}"? docs/countries.md lists all names.`,
    ]);
  });

  test('one of several countries that share a name, once it is said which', () => {
    expect(told('[Congo]')).toEqual([
      'country-unknown "Congo" may be more than one country. Write "DR Congo" or "Congo-Brazzaville".',
    ]);
  });

  test('one or two', () => {
    expect(told('[]')).toEqual([expect.stringMatching(/^value-too-short/)]);
    expect(told('[Iraq, Syria, Iran]')).toEqual([expect.stringMatching(/^value-too-long/)]);
  });
});

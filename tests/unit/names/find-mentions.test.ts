import fc from 'fast-check';
import { toString as textOf } from 'mdast-util-to-string';
import { describe, expect, test } from 'vitest';
import { type EntryNames, markMentions, nameFinder } from '@/lib/names/find-mentions.ts';
import { aRenderer } from '../../support/a-renderer.ts';
import { runs } from '../../support/runs.ts';

const glossary: EntryNames[] = [
  { id: 'maan', names: ['Saad Maan', 'Maan'] },
  { id: 'cell', names: ['Security Media Cell'] },
  { id: 'media', names: ['Media'] },
  { id: 'sdf', names: ['Syrian Democratic Forces', 'SDF'] },
];

/** The names that are found in a text, as `id: words`. */
function found(text: string, entries: readonly EntryNames[] = glossary): string[] {
  return nameFinder(entries)(text).map(({ id, start, end }) => `${id}: ${text.slice(start, end)}`);
}

describe('The finder of names', () => {
  test('finds each name where it stands, with its aliases', () => {
    expect(found('Maan spoke for the SDF and for Saad Maan.')).toEqual(['maan: Maan', 'sdf: SDF', 'maan: Saad Maan']);
  });

  test('takes the longest of several names that begin or lie at one place', () => {
    expect(found('The Security Media Cell is Media.')).toEqual(['cell: Security Media Cell', 'media: Media']);
  });

  test.each([
    ['inside a longer word', 'Maanland, Multimedia, aSDF, SDF2'],
    ['in other letters', 'maan, sdf'],
    ['before a combining mark', 'Maan\u0301'],
  ])('does not take a name %s', (_what, text) => {
    expect(found(text)).toEqual([]);
  });

  test.each([
    ['a possessive', 'Maan’s men', 'maan: Maan'],
    ['a hyphen', 'SDF-held', 'sdf: SDF'],
    ['brackets', '(SDF)', 'sdf: SDF'],
    ['the end of a line', 'the Syrian Democratic\nForces', 'sdf: Syrian Democratic\nForces'],
  ])('knows a name by its boundaries before or in %s', (_what, text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  test.each([
    ['Arabic', 'قال سعد معن، رئيس الخلية', 'سعد معن', true],
    ['Arabic, as part of a word', 'المعني بالأمر', 'معن', false],
    ['Cyrillic', 'в Ираке', 'Ираке', true],
    ['Japanese, which has no spaces', '首都はバグダッドである', 'バグダッド', true],
    ['Thai, which has no spaces', 'เมืองแบกแดดอยู่', 'แบกแดด', true],
  ])('knows where a word ends in %s', (_script, text, name, isFound) => {
    expect(found(text, [{ id: 'x', names: [name] }])).toEqual(isFound ? [`x: ${name}`] : []);
  });

  test.each([
    ['decomposed letters', 'Cafe\u0301 Mu\u0308ller opened.', 'Café Müller', 'Cafe\u0301 Mu\u0308ller'],
    ['decomposed letters in the name', 'Café Müller opened.', 'Cafe\u0301 Mu\u0308ller', 'Café Müller'],
    ['a soft hyphen', 'The No\u00adrth Pier stood.', 'North Pier', 'No\u00adrth Pier'],
    ['a soft hyphen in the name', 'The North Pier stood.', 'No\u00adrth Pier', 'North Pier'],
    ['a hyphen that does not break', 'Jabhat al\u2011Nusra left.', 'Jabhat al-Nusra', 'Jabhat al\u2011Nusra'],
    ['a round apostrophe', 'Saad Ma’an spoke.', "Saad Ma'an", 'Saad Ma’an'],
    ['a straight apostrophe', "Saad Ma'an spoke.", 'Saad Ma’an', "Saad Ma'an"],
    ['a mark of direction beside it', 'He is \u200fسعد معن\u200f here.', 'سعد معن', 'سعد معن'],
    ['a shadda', 'رست العبّارات في الميناء', 'العبارات', 'العبّارات'],
    ['a shadda in the name', 'رست العبارات في الميناء', 'العبّارات', 'العبارات'],
    ['all vowels', 'قَالَ مُحَمَّدٌ ذلك', 'محمد', 'مُحَمَّدٌ'],
    ['a stretched word', 'في العـــراق اليوم', 'العراق', 'العـــراق'],
    ['a decomposed letter of Arabic', 'في ا\u0653ل سعود', 'آل سعود', 'ا\u0653ل سعود'],
    ['decomposed syllables of Hangul', '\u1109\u1165\u110b\u116e\u11af 2026', '서울', '\u1109\u1165\u110b\u116e\u11af'],
  ])('finds a name in other letters: %s', (_how, text, name, words) => {
    expect(found(text, [{ id: 'x', names: [name] }])).toEqual([`x: ${words}`]);
  });

  test.each([
    ['and', 'والعراق', 'العراق'],
    ['so', 'فالعراق', 'العراق'],
    ['with', 'بالعراق', 'العراق'],
    ['like', 'كالعراق', 'العراق'],
    ['for, which takes the alif', 'للعراق', 'العراق'],
    ['and for', 'وللعراق', 'العراق'],
    ['and with', 'وبالعراق', 'العراق'],
    ['and with vowels', 'وَالعِراقُ', 'العراق'],
    ['and before a name without an article', 'وبغداد', 'بغداد'],
    ['in', 'ببغداد', 'بغداد'],
    ['for', 'لبغداد', 'بغداد'],
    ['and with a name of several words', 'وقوات سوريا الديمقراطية', 'قوات سوريا الديمقراطية'],
  ])('finds an Arabic name with a word attached: %s', (_what, text, name) => {
    expect(found(`قال ${text} ثم`, [{ id: 'x', names: [name] }])).toEqual([`x: ${text}`]);
  });

  test.each([
    ['a short name in another word', 'أكل كباب اليوم', 'باب'],
    ['a longer word', 'العراقيون', 'العراق'],
    ['two conjunctions', 'ووالعراق', 'العراق'],
    ['another letter before it', 'سالعراق', 'العراق'],
    ['an article that is not in the name', 'البغداد', 'بغداد'],
    ['letters of another script', 'bbaghdad', 'baghdad'],
  ])('finds none in %s', (_what, text, name) => {
    expect(found(text, [{ id: 'x', names: [name] }])).toEqual([]);
  });

  test('prefers a name that is written so to one with a word attached', () => {
    const entries = [
      { id: 'iraq', names: ['العراق'] },
      { id: 'and', names: ['والعراق'] },
    ];
    expect(found('والعراق', entries)).toEqual(['and: والعراق']);
  });

  test('takes what means something in a pattern as it is written', () => {
    expect(found('The A.B (Iraq) is not AxB Iraq.', [{ id: 'x', names: ['A.B (Iraq)'] }])).toEqual(['x: A.B (Iraq)']);
  });

  test('gives a name that two entries share to the first of them', () => {
    expect(found('Maan', [...glossary, { id: 'other', names: ['Maan'] }])).toEqual(['maan: Maan']);
  });

  test('finds nothing where there is no glossary', () => {
    expect(found('Maan', [])).toEqual([]);
  });

  test('finds names in their order, none inside another, whatever the text', () => {
    const pieces = fc.constantFrom('Saad', 'Maan', 'Media', 'Security', 'Cell', 'SDF', ' ', ', ', '\n', 'x', '’s');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (list) => {
        const places = nameFinder(glossary)(list.join(''));
        for (const [index, { start, end }] of places.entries()) {
          expect(end).toBeGreaterThan(start);
          expect(start).toBeGreaterThanOrEqual(places[index - 1]?.end ?? 0);
        }
      }),
      { numRuns: runs(25) },
    );
  });
});

/** The text with `{id words}` for each mention that is marked. */
function marked(markdown: string): string {
  const { parse, render } = aRenderer();
  const [tree = parse('')] = markMentions([parse(markdown)], nameFinder(glossary)).marked;
  return render(tree).replaceAll(/<a href="#who-(\w+)" class="who">(.*?)<\/a>/gs, '{$1 $2}');
}

describe('An article', () => {
  test('has the first mention of each entry marked, by whichever name', () => {
    expect(marked('Saad Maan and the SDF.\n\nMaan again, and the SDF.')).toBe(
      '<p>{maan Saad Maan} and the {sdf SDF}.</p>\n<p>Maan again, and the SDF.</p>',
    );
  });

  test.each([
    ['a link', '[Maan](https://example.com/) and Maan', 'and {maan Maan}'],
    ['a heading', '### Maan\n\nHe is Maan.', '<p>He is {maan Maan}.'],
    ['a quotation', '> I am Maan.\n\nSo said Maan.', '<p>So said {maan Maan}.'],
    ['code', '`Maan` is Maan', 'is {maan Maan}'],
    ['a block of code', '```\nMaan\n```\n\nMaan', '<p>{maan Maan}</p>'],
  ])('has none marked in %s, which it passes over', (_what, markdown, expected) => {
    const text = marked(markdown);
    expect(text).toContain(expected);
    expect(text.match(/\{/g)).toHaveLength(1);
  });

  test('has a name marked in the first of its texts that has it, and in no later one', () => {
    const { parse, render } = aRenderer();
    const trees = ['The SDF.', 'Maan and the SDF.', 'Maan.'].map((text) => parse(text));

    const { marked, mentions } = markMentions(trees, nameFinder(glossary));
    expect(mentions).toEqual(['sdf', 'maan']);
    expect(marked.map((tree) => render(tree).match(/class="who"/g)?.length ?? 0)).toEqual([1, 1, 0]);
  });

  test('has mentions marked in emphasis, lists and tables', () => {
    expect(marked('*Maan*\n\n- SDF\n\n| Media |\n|--|\n| x |').match(/\{\w+ \w+\}/g)).toEqual([
      '{maan Maan}',
      '{sdf SDF}',
      '{media Media}',
    ]);
  });

  test('keeps every word, whatever is marked', () => {
    const words = fc.constantFrom('Saad Maan', 'Media', '*SDF*', 'other', '**Security Media Cell**', '`Maan`');
    const { parse } = aRenderer();
    fc.assert(
      fc.property(fc.array(words, { maxLength: 20 }), (list) => {
        const tree = parse(list.join(' '));
        const before = structuredClone(tree);
        const { marked } = markMentions([tree], nameFinder(glossary));
        expect(marked.map((one) => textOf(one))).toEqual([textOf(before)]);
        expect(tree).toEqual(before);
      }),
      { numRuns: runs(25) },
    );
  });
});

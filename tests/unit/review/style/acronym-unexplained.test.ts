import { describe, expect, test } from 'vitest';
import { warningsIn } from '../../../support/warnings.ts';

const glossary = {
  'glossary/sdf.md': '---\nname: Syrian Democratic Forces\nkind: organisation\naliases: [SDF]\n---\n',
  'glossary/raqqa.md': '---\nname: Raqqa\nkind: place\n---\n',
};
const told = (place: string) => [`${place} acronym-unexplained`];

describe('An acronym', () => {
  test.each([
    ['needs an explanation', 'The HTS left.', told('1:5')],
    ['is told of once', 'The HTS left. The HTS came.', told('1:5')],
    ['may be explained in the text', 'The Harbour Trust (HT) paid. HT is rich.', []],
    ['may be explained later', 'HT is rich. The Harbour Trust (HT) paid.', []],
    ['may be explained behind itself', 'HT (Harbour Trust) paid.', []],
    ['may stand in brackets with more', 'The Harbour Trust (HT, founded in 1890) paid.', []],
    ['is not explained by brackets alone', '(HT) paid.', told('1:2')],
    ['may be in the glossary', 'The SDF left Raqqa.', []],
    ['may be one that all know', 'The UN and US-led forces left.', []],
    ['may have a plural', 'The HTSs left.', told('1:5')],
    ['may be half of a word', 'The HTS-led group left.', told('1:5')],
    ['is not a numeral', 'Henry VIII and World War II.', []],
    ['is not one letter, nor more than six', 'X and BAGHDAD.', []],
    ['is not the name of a weapon', 'An AK-47 and COVID-19.', []],
    ['is not a place at the head of a report', 'RAQQA, Monday. It rained.', []],
    ['is not shouting', 'HELP US NOW!', []],
    ['is not code', 'Set `HTS`.', []],
  ])('%s', async (_what, lead, expected) => {
    expect(await warningsIn(lead, glossary)).toEqual(expected);
  });

  test('may be explained in another part of the article', async () => {
    const pier = '---\ntitle: The pier\n---\n\nThe Harbour Trust (HT) paid.\n';

    expect(await warningsIn('HT is rich.', { 'articles/storm/1-pier.md': pier })).toEqual([]);
  });
});

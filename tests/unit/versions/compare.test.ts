import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Part } from '@/lib/model/recorded-part.ts';
import { type ComparedPart, changedParts, compareVersions } from '@/lib/versions/compare.ts';
import { runs } from '../../support/runs.ts';

const lead = (markdown: string): Part[] => [{ name: 'lead', markdown }];

/** A compared part with [-removed-] and {+added+} words, a line for each paragraph. */
function shown({ title, paragraphs }: ComparedPart): string {
  const mark = { same: ['', ''], added: ['{+', '+}'], removed: ['[-', '-]'], notice: ['(!', '!)'] } as const;
  return [...(title.length > 0 ? [title] : []), ...paragraphs]
    .map((pieces) => pieces.map(({ kind, text }) => mark[kind].join(text)).join(''))
    .join('\n');
}

function compared(before: string, after: string, lang = 'en'): string | undefined {
  return compareVersions(lead(before), lead(after), lang).map(shown)[0];
}

describe('Two versions of a text', () => {
  test.each([
    ['a word', 'The pier held.', 'The pier fell.', 'The pier [-held-]{+fell+}.'],
    ['nothing', 'The *pier* held.', 'The *pier* held.', 'The pier held.'],
    ['a paragraph', 'One.', 'One.\n\nTwo.', 'One.\n{+Two.+}'],
    ['a paragraph that is gone', 'One.\n\nTwo.', 'One.', 'One.\n[-Two.-]'],
    ['Arabic words', 'الحدود آمنة', 'الحدود مغلقة', 'الحدود [-آمنة-]{+مغلقة+}'],
  ])('are compared word by word: %s', (_what, before, after, expected) => {
    expect(compared(before, after)).toBe(expected);
  });

  test('are compared by words in scripts that have no spaces', () => {
    expect(compared('国境は安全だ', '国境は危険だ', 'ja')).toBe('国境は[-安全-]{+危険+}だ');
  });

  test('count the words that came and went', () => {
    const [part] = compareVersions(lead('The old pier held.'), lead('The pier of stone fell.'), 'en');
    expect(part).toMatchObject({ change: 'words', added: 3, removed: 2 });
  });

  test('that have next to nothing in common are compared by paragraphs', () => {
    const words = (letter: string) => Array.from({ length: 1_000 }, (_, index) => letter + index).join(' ');
    const [part] = compareVersions(
      lead(`The pier held.\n\n${words('a')}`),
      lead(`The pier held.\n\n${words('b')}`),
      'en',
    );

    expect(part).toMatchObject({ added: 1_000, removed: 1_000 });
    expect(part?.paragraphs.map((pieces) => pieces.map(({ kind }) => kind))).toEqual([
      ['same'],
      ['removed'],
      ['added'],
    ]);
  });

  test('that have thousands of other paragraphs are each shown as a whole', () => {
    const lines = (letter: string) => Array.from({ length: 600 }, (_, index) => letter + index);
    const [part] = compareVersions(lead(lines('a').join('\n\n')), lead(lines('b').join('\n\n')), 'en');

    expect(part && shown(part).split('\n')).toEqual([
      ...lines('a').map((line) => `[-${line}-]`),
      ...lines('b').map((line) => `{+${line}+}`),
    ]);
  });

  test('tell where no word changed, but a link', () => {
    const [part] = compareVersions(lead('[a](https://a.example/)'), lead('[a](https://b.example/)'), 'en');
    expect(part).toMatchObject({ change: 'markup', added: 0, removed: 0 });
  });

  test('keep the place of a part that is gone, and show one that is new', () => {
    const before: Part[] = [...lead('L'), { name: 'section a', markdown: 'A' }, { name: 'section b', markdown: 'B' }];
    const after: Part[] = [...lead('L'), { name: 'section b', markdown: 'B' }, { name: 'section c', markdown: 'C' }];
    expect(compareVersions(before, after, 'en').map((part) => [part.name, shown(part)])).toEqual([
      ['lead', 'L'],
      ['section a', '[-A-]'],
      ['section b', 'B'],
      ['section c', '{+C+}'],
    ]);
    expect(changedParts(before, after)).toEqual(['section a', 'section c']);
  });

  test('compare the title of a section apart from its text', () => {
    const section = (markdown: string): Part[] => [{ name: 'section pier', markdown }];
    const [part] = compareVersions(section('## The pier\n\nIt held.'), section('## The old pier\n\nIt held.'), 'en');
    expect(part).toMatchObject({
      title: [
        { kind: 'same', text: 'The ' },
        { kind: 'added', text: 'old ' },
        { kind: 'same', text: 'pier' },
      ],
      paragraphs: [[{ kind: 'same', text: 'It held.' }]],
      change: 'words',
      added: 1,
    });
  });

  test.each([
    ['in both', 'A man \\[Removed on 1 May: by law\\] saw it.'],
    ['in the earlier one alone', 'A man saw it.'],
  ])('show a notice of what was taken out as such, and strike nothing of it out: %s', (_where, after) => {
    const before = lead('A man \\[Removed on 1 May: by law\\] saw it.');
    const [part] = compareVersions(before, lead(after), 'en', ['by law']);
    expect(part && shown(part)).toBe('A man (![Removed on 1 May: by law]!) saw it.');
    expect(part).toMatchObject({ added: 0, removed: 0 });
  });

  test('show each of two notices that stand beside words that changed', () => {
    const notice = '\\[Removed on 1 May: by law\\]';
    const before = lead(`Ada ${notice} held ${notice} fast.`);
    const [part] = compareVersions(before, lead('Ada fell fast.'), 'en', ['by law']);
    expect(part && shown(part).replaceAll('[Removed on 1 May: by law]', '')).toBe(
      'Ada (!!)[- held -](!!) {+fell +}fast.',
    );
  });

  test('give both texts back, whatever they are', () => {
    const text = fc.array(fc.constantFrom('the', 'pier', 'held', 'fell', ', ', '. ', '\n\n'), { maxLength: 30 });
    const bare = (words: string) => words.replace(/\s+/g, '');
    const without = (part: ComparedPart | undefined, left: string) =>
      bare(
        (part?.paragraphs ?? [])
          .flatMap((pieces) => pieces.flatMap(({ kind, text: words }) => (kind === left ? [] : words)))
          .join(''),
      );
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [part] = compareVersions(lead(one.join(' ')), lead(other.join(' ')), 'en');
        expect(without(part, 'added')).toBe(bare(one.join('')));
        expect(without(part, 'removed')).toBe(bare(other.join('')));
      }),
      { numRuns: runs(25) },
    );
  });
});

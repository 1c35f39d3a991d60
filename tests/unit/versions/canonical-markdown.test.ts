import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '@/lib/markdown/parse-markdown.ts';
import { markMentions, nameFinder } from '@/lib/names/find-mentions.ts';
import { canonicalMarkdown, escapedMarkdown } from '@/lib/versions/canonical-markdown.ts';
import { parseRecorded } from '@/lib/versions/parse-recorded.ts';
import { plainWords } from '@/lib/versions/plain-words.ts';
import { aRenderer } from '../../support/a-renderer.ts';
import { runs } from '../../support/runs.ts';

function canonical(markdown: string): string {
  const { tree, definitions } = parseRecorded(markdown);
  return canonicalMarkdown(tree, definitions);
}

describe('The canonical form', () => {
  test.each([
    ['where lines break', 'One line\nand another.', 'One line and another.'],
    ['how emphasis is written', '_So_ and __so__.', '*So* and **so**.'],
    ['how a list is written', '* one\n* two', '- one\n- two'],
    ['what is said to editors alone', 'Words <!-- Check! --> here.\n\n<!-- and that -->', 'Words here.'],
    [
      'what is said to editors at an end',
      'Words. <!-- Check! -->\n\n- *Words.* <!-- Check! -->',
      'Words.\n\n- *Words.*',
    ],
    ['that words are not to be marked', 'A :plain[pier] here.', 'A pier here.'],
    ['white space', '\n\n  Some   words.  \n\n', 'Some words.'],
  ])('does not depend on %s', (_what, written, expected) => {
    expect(canonical(written)).toBe(expected);
  });

  test.each([
    ['a word', 'It held.', 'It fell.'],
    ['emphasis', 'It held.', 'It *held*.'],
    ['where a link leads', '[a](https://a.example/)', '[a](https://b.example/)'],
    ['where a paragraph ends', 'One. Two.', 'One.\n\nTwo.'],
    ['which source is cited', 'So.[^a]', 'So.[^b]'],
    ['the text of a note', 'So.[^a]\n\n[^a]: One.', 'So.[^a]\n\n[^a]: Two.'],
  ])('depends on %s', (_what, one, other) => {
    expect(canonical(one)).not.toBe(canonical(other));
  });

  test('keeps the number with which a list begins, and where a line is broken in a cell', () => {
    expect(canonical('3. Sound the horn\n4. Leave')).toBe('3. Sound the horn\n4. Leave');
    expect(canonical('| a |\n|-|\n| 1 Quay<BR/>Harbour |')).toBe(
      '| a                 |\n| ----------------- |\n| 1 Quay<br>Harbour |',
    );
  });

  test('is the same for a text whose mentions are marked already', () => {
    const tree = parseMarkdown('The old pier held.');
    const { marked } = markMentions([tree], nameFinder([{ id: 'pier', names: ['old pier'] }]));
    expect(marked.map((one) => canonicalMarkdown(one))).toEqual(['The old pier held.']);
  });

  test('is the same for a quotation, whichever way its speaker is written and whether it is a figure already', () => {
    const expected = '> “It held.”\n>\n> — Ada, a *pilot*';
    const { parse } = aRenderer();
    expect(canonicalMarkdown(parse('> “It held.”\n> — Ada, a *pilot*'))).toBe(expected);
    expect(canonicalMarkdown(parse('> “It held.”\n>\n> -- Ada, a *pilot*'))).toBe(expected);
    expect(canonicalMarkdown(parse(expected))).toBe(expected);
  });

  test('is its own canonical form, whatever the text', () => {
    const words = fc.constantFrom(
      'pier',
      '*held*',
      '`x`',
      '[a](/b/)',
      '\n',
      '\n\n',
      '\n- pier',
      '\n> pier',
      '\n1. pier',
      ':x',
      '[^a]',
      '\n### pier',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 25 }), (list) => {
        const once = canonical(list.join(' '));
        expect(canonical(once)).toBe(once);
      }),
      { numRuns: runs(25) },
    );
  });
});

describe('Plain words as Markdown', () => {
  test('are the same words again, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), (text) => {
        const words = text.trim().replace(/\s+/g, ' ');
        fc.pre(words !== '' && !/\p{Cc}/u.test(words));
        expect(plainWords(escapedMarkdown(text))).toBe(words);
      }),
      { numRuns: runs(25) },
    );
  });

  test.each([
    '<!-- lead -->',
    '# No heading',
    '1. No list',
    '[^a] no note',
    '*x* _y_ `z`',
    '> no quotation',
    'a :plain[b]',
  ])('show “%s” as it is', (text) => {
    expect(plainWords(escapedMarkdown(text))).toBe(text);
  });
});

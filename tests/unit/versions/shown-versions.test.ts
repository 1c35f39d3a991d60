import { describe, expect, test } from 'vitest';
import { english } from '@/lib/languages/english.ts';
import type { Version } from '@/lib/model/model.ts';
import type { Part } from '@/lib/model/recorded-part.ts';
import { comparedVersion, partTitle } from '@/lib/versions/shown-versions.ts';
import { aSetting } from '../../support/a-setting.ts';

const version = (number: number, parts: Part[]): Version => {
  return { number, recorded: number, kind: 'update', note: '', passages: [], redactions: [], parts };
};

const facts = (kind: string, published: string, author: string): Part[] => [
  { name: 'headline', markdown: '# It holds' },
  { name: 'byline', markdown: `- [${author}](ada-reed)` },
  { name: 'published', markdown: published },
  { name: 'kind', markdown: kind },
];

const shown = (before: Part[], after: Part[]) =>
  comparedVersion([version(1, before), version(2, after)], 2, aSetting()).map(({ name, change, paragraphs }) => {
    return [
      name,
      change,
      paragraphs
        .flat()
        .map(({ kind, text }) => `${kind[0]}:${text}`)
        .join(' '),
    ];
  });

describe('The facts of a version beside those of the one before', () => {
  test('are in the words of readers', () => {
    const before = facts('report', '2026-01-19T18:00:00+03:00', 'Ada Reed');
    expect(shown(before, facts('analysis', '2026-01-20T18:00:00+03:00', 'Ada Reed'))).toEqual([
      ['headline', 'none', 's:It holds'],
      ['byline', 'none', 's:Ada Reed'],
      ['published', 'words', 'r:19 a:20 s: January 2026 at 18:00 GMT+3'],
      ['kind', 'words', 'r:Report a:Analysis'],
    ]);
  });

  test('are unchanged where only a name or a time zone is another, and where the one before has none', () => {
    const after = facts('report', '2026-01-19T18:00:00+03:00', 'Ada Reed');
    for (const before of [facts('report', '2026-01-19T15:00:00+00:00', 'Ada Ray'), after.slice(0, 1)]) {
      expect(shown(before, after).map(([, change]) => change)).toEqual(['none', 'none', 'none', 'none']);
    }
  });
});

test('A section that is gone is called by its last title', () => {
  const pier: Part = { name: 'section pier', markdown: '## The pier\n\nIt held.' };
  const [part] = comparedVersion([version(1, [pier]), version(2, [])], 2, aSetting());
  expect(part && partTitle(part, english)).toBe('The pier');
});

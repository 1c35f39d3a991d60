import { describe, expect, test } from 'vitest';
import type { Version, VersionKind } from '@/lib/model/model.ts';
import type { Part } from '@/lib/model/recorded-part.ts';
import { driftSince } from '@/lib/versions/drift.ts';

const headline: Part = { name: 'headline', markdown: '# The storm passes' };

function section(id: string, text: string): Part {
  return { name: `section ${id}`, markdown: `## ${id}\n\n${text}` };
}

/** The versions of these texts, an hour apart. */
function aRecord(...versions: readonly (readonly [VersionKind, ...Part[]])[]): Version[] {
  return versions.map(([kind, ...parts], index) => ({
    number: index + 1,
    recorded: index * 3_600_000,
    kind,
    note: 'News.',
    passages: [],
    redactions: [],
    parts: [headline, ...parts],
  }));
}

/** What is behind, as `section pier changed by correction 3`. */
function drift(record: readonly Version[], translates = 1): string[] {
  return driftSince(record, translates).map(
    ({ part, change, versions }) =>
      `${part} ${change} by ${versions.map(({ kind, number }) => `${kind} ${number}`).join(', ')}`,
  );
}

describe('A translation is behind in', () => {
  test('the sections that were updated or corrected since, and in no others', () => {
    const record = aRecord(
      ['publish', section('pier', 'A.'), section('quay', 'B.'), section('ferries', 'C.')],
      ['update', section('pier', 'A.'), section('quay', 'B.'), section('ferries', 'D.')],
      ['correction', section('pier', 'E.'), section('quay', 'B.'), section('ferries', 'D.')],
    );

    expect(drift(record)).toEqual(['section pier changed by correction 3', 'section ferries changed by update 2']);
    expect(drift(record, 2)).toEqual(['section pier changed by correction 3']);
    expect(drift(record, 3)).toEqual([]);
  });

  test('a section that is new, and in one that is gone', () => {
    const record = aRecord(
      ['publish', section('pier', 'A.'), section('quay', 'B.')],
      ['update', section('pier', 'A.'), section('ferries', 'C.')],
    );

    expect(drift(record)).toEqual(['section quay gone by update 2', 'section ferries new by update 2']);
  });

  test('every version that changed it, oldest first', () => {
    const record = aRecord(
      ['publish', section('pier', 'A.')],
      ['update', section('pier', 'B.')],
      ['minor', section('pier', 'C.')],
      ['correction', section('pier', 'D.')],
    );

    expect(drift(record)).toEqual(['section pier changed by update 2, correction 4']);
  });

  test('what was changed under embargo, after it was recorded, and appeared on schedule', () => {
    const record = aRecord(['publish', section('pier', 'A.')], ['minor', section('pier', 'B.')]);

    expect(
      drift(record.map((version) => ({ ...version, ...(version.number === 2 && { scheduled: true as const }) }))),
    ).toEqual(['section pier changed by update 2']);
  });
});

describe('A translation is not behind for', () => {
  test('a minor version', () => {
    expect(drift(aRecord(['publish', section('pier', 'A.')], ['minor', section('pier', 'B.')]))).toEqual([]);
  });

  test('what was changed and changed back', () => {
    const [old, other] = [section('pier', 'A.'), section('pier', 'B.')];

    expect(drift(aRecord(['publish', old], ['update', other], ['correction', old]))).toEqual([]);
  });

  test('what is no text: a date, an address, an author, another order', () => {
    const facts = (date: string, url: string, author: string, order: string): Part[] => [
      { name: 'byline', markdown: `- [Ada](${author})` },
      { name: 'order', markdown: order },
      section('pier', 'A.'),
      { name: 'timeline', markdown: `- ${date}: The storm comes.` },
      { name: 'sources', markdown: `- Harbour log (document, ${date}) <${url}>` },
    ];
    const record = aRecord(
      ['publish', ...facts('2026-01-18', 'https://a.example', 'ada', '- [A](a)\n- [B](b)')],
      ['correction', ...facts('2026-01-17', 'https://b.example', 'ben', '- [B](b)\n- [A](a)')],
    );

    expect(drift(record)).toEqual([]);
  });

  test('a version of an original that is not recorded', () => {
    expect(drift([], 1)).toEqual([]);
    expect(drift(aRecord(['publish']), 4)).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import type { Version } from '@/lib/model/model.ts';
import { updatesOf } from '@/lib/versions/updates.ts';
import { aSection } from '../../support/an-article.ts';

const sections = [
  aSection({ id: 'pier', title: 'The pier' }),
  aSection({ id: 'quay', title: 'The quay', aliases: ['harbour'] }),
];

/** A version whose sections have these texts. */
function version(number: number, kind: Version['kind'], texts: Record<string, string>): Version {
  const parts = Object.entries(texts).map(([id, markdown]) => ({ name: `section ${id}` as const, markdown }));
  return { number, recorded: number, kind, note: '', passages: [], redactions: [], parts };
}

const first = version(1, 'publish', { pier: 'a', harbour: 'a' });

describe('What readers are told of changes', () => {
  test('is nothing where nothing was recorded, and nothing of a first or a minor version', () => {
    expect(updatesOf([], sections).latest).toBeUndefined();
    expect(updatesOf([first], sections).latest).toBeUndefined();
    expect(updatesOf([first, version(2, 'minor', { pier: 'b', harbour: 'a' })], sections).latest).toBeUndefined();
  });

  test('is the last update with the sections that it changed, by their ids of today', () => {
    const update = version(2, 'update', { pier: 'b', harbour: 'b' });
    const minor = version(3, 'minor', { pier: 'c', harbour: 'b' });
    const { latest, bySection } = updatesOf([first, update, minor], sections);
    expect(latest).toEqual({ version: update, sections });
    expect([...bySection]).toEqual([
      ['pier', update],
      ['quay', update],
    ]);
  });

  test('is at each section the last that changed it', () => {
    const update = version(2, 'update', { pier: 'b', harbour: 'a' });
    const correction = version(3, 'correction', { pier: 'b', harbour: 'b' });
    const { latest, bySection } = updatesOf([first, update, correction], sections);
    expect(latest?.sections.map(({ id }) => id)).toEqual(['quay']);
    expect([...bySection]).toEqual([
      ['pier', update],
      ['quay', correction],
    ]);
  });
});

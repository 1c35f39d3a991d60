import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { defaultPalette, type Role } from '@/lib/model/look/colors.ts';
import { contrast } from '@/lib/model/look/contrast.ts';

const source = readFileSync('lib/model/look/colors.ts', 'utf8');
const paper = colours('paper');
const land = colours('land');

/** The light and the dark value of a role. */
function colours(role: string): [string, string] {
  const { light, dark } = defaultPalette[role as Role];
  return [light, dark];
}

test.each([
  ['#ffffff', '#000000', 21],
  ['#777777', '#ffffff', 4.48],
  ['#0000ff', '#ffffff', 8.59],
  ['#9c2f1b', '#9c2f1b', 1],
])('The contrast of %s to %s is %d', (one, other, ratio) => {
  expect(contrast(one, other)).toBeCloseTo(ratio, 2);
  expect(contrast(other, one)).toBeCloseTo(ratio, 2);
});

describe('The contrast against paper, light and dark', () => {
  test.each([
    ['ink', 7],
    ['soft', 7],
    ['accent', 7],
    ['focus', 3],
  ])('of %s is at least %d, and what the tokens say beside it', (role, least) => {
    const ratios = colours(role).map((colour, index) => contrast(colour, paper[index] ?? ''));
    for (const ratio of ratios) expect(ratio).toBeGreaterThanOrEqual(least);
    const said = ratios.map((ratio) => ratio.toFixed(1)).join(' and ');
    expect(source).toMatch(new RegExp(`: ${said}[^\\n]*\\*/\\n +${role}:`));
  });
});

/** The least contrast of two roles, light and dark, on any of these backgrounds. */
function leastContrast(role: string, grounds: readonly string[]): [number, number] {
  const [light, dark] = [0, 1].map((index) =>
    Math.min(...grounds.map((ground) => contrast(colours(role)[index] ?? '', colours(ground)[index] ?? ''))),
  );
  return [light ?? 0, dark ?? 0];
}

describe('The contrast on a map, light and dark', () => {
  test.each([
    ['ink', ['land', 'home', 'sea'], 7],
    ['soft', ['land', 'home', 'sea'], 4.5],
    ['accent', ['land', 'home'], 4.5],
    ['edge', ['land', 'home', 'sea'], 3],
  ])('of %s is enough on %j: at least %d', (role, grounds, least) => {
    for (const ratio of leastContrast(role, grounds)) expect(ratio).toBeGreaterThanOrEqual(least);
  });

  test('of coasts and borders is what the tokens say beside them', () => {
    const ratios = colours('edge').map((colour, index) => contrast(colour, land[index] ?? '').toFixed(1));
    expect(source).toContain(`against land: ${ratios.join(' and ')} */`);
  });
});

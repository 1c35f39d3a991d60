import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync('app/tokens.css', 'utf8');
const paper = colours('paper');
const land = colours('land');

/** The light and the dark value of a role. */
function colours(role: string): [string, string] {
  const [, light = '', dark = ''] = new RegExp(`--color-${role}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(css) ?? [];
  return [light, dark];
}

/** Relative luminance of a colour (WCAG 2.2). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

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
    expect(css).toMatch(new RegExp(`: ${said}[^\\n]*\\*/\\n +--color-${role}:`));
  });
});

/** The least contrast of two roles, light and dark, whichever of these grounds lies below. */
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
    expect(css).toContain(`against land: ${ratios.join(' and ')} */`);
  });
});

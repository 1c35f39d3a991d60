import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { inMode, type Palette, paletteOf, type Role } from '@/lib/model/look/colors.ts';
import { contrast, luminance } from '@/lib/model/look/contrast.ts';
import { aContentFolder, contentWith, fixtures, problemLines } from '../../../support/content-folder.ts';

const site = readFileSync(`${fixtures}/minimal-content/site.md`, 'utf8');

const siteWith = (keys: string) => ({ 'site.md': site.replace('\ncontact:', `\n${keys}\ncontact:`) });

/** What is reported for a site.md with a look. */
const told = (look: string) => problemLines(aContentFolder(siteWith(look)));

const paletteWith = (look: string): Palette => paletteOf(contentWith(siteWith(look)).site);

/** The least contrast of a role to some backgrounds. */
function least(palette: Palette, mode: 'light' | 'dark', role: Role, grounds: readonly Role[]): number {
  const colors = inMode(palette, mode);
  return Math.min(...grounds.map((ground) => contrast(colors[role], colors[ground])));
}

const grounds = ['paper', 'wash', 'land', 'home'] as const;

describe('The look of a publication', () => {
  test('is nobody’s own without the key', () => {
    expect(contentWith({}).site.look).toBeUndefined();
  });

  test.each(['#0b6e4f', '#003', '#1D4ED8', '#6b0f1a', '#222222', '#7c00b8', '#00695c'])(
    'has a dark accent derived from the light one, so that it can be read: %s',
    (accent) => {
      const palette = paletteWith(`look: { accent: "${accent}" }`);
      expect(palette.accent.light).toMatch(/^#[0-9a-f]{6}$/);
      expect(least(palette, 'light', 'accent', grounds)).toBeGreaterThanOrEqual(4.5);
      expect(least(palette, 'dark', 'accent', grounds)).toBeGreaterThanOrEqual(4.5);
    },
  );

  test('changes nothing but the accent where only that is given', () => {
    expect(Object.keys(contentWith(siteWith('look: { accent: "#0b6e4f" }')).site.look?.colors ?? {})).toEqual([
      'accent',
    ]);
  });

  test('has the accents that are given for both', () => {
    const { accent } = paletteWith('look: { accent: { light: "#0b6e4f", dark: "#5fd0a0" } }');
    expect(accent).toEqual({ light: '#0b6e4f', dark: '#5fd0a0' });
  });

  test.each([
    ['paper: "#ffffff"'],
    ['paper: "#fff4d6"\n  ink: "#102030"'],
    ['paper: { light: "#f0f6ff", dark: "#001022" }'],
    ['ink: "#000000"\n  paper: "#d8d8d8"'],
    ['paper: { light: "#ffffff", dark: "#000000" }\n  ink: { light: "#000000", dark: "#ffffff" }'],
  ])('has every colour between paper and ink from these two, and all of them can be read: %s', (keys) => {
    const palette = paletteWith(`look:\n  ${keys}`);
    for (const mode of ['light', 'dark'] as const) {
      const maps = ['land', 'home', 'sea'] as const;
      expect(least(palette, mode, 'ink', ['paper'])).toBeGreaterThanOrEqual(7);
      expect(least(palette, mode, 'ink', [...grounds, 'sea', 'added', 'removed'])).toBeGreaterThanOrEqual(4.5);
      expect(least(palette, mode, 'soft', ['paper', 'wash', ...maps])).toBeGreaterThanOrEqual(4.5);
      expect(least(palette, mode, 'accent', grounds)).toBeGreaterThanOrEqual(4.5);
      expect(least(palette, mode, 'edge', maps)).toBeGreaterThanOrEqual(3);
      expect(least(palette, mode, 'focus', ['paper'])).toBeGreaterThanOrEqual(3);
    }
    expect(luminance(palette.paper.light)).toBeGreaterThan(luminance(palette.paper.dark));
  });

  test('has a typeface for headlines', () => {
    expect(contentWith(siteWith('look: { headlines: sans }')).site.look?.headlines).toBe('sans');
  });
});

describe('An editor is told of a look', () => {
  test.each([
    [
      'an accent that is too pale',
      'look: { accent: "#ffcc00" }',
      /site\.md:9:17 {2}error {2}contrast-low {2}The accent #ffcc00 has a contrast of 1\.\d against the backgrounds of light pages, but text in it needs 4\.5\. Use #\w{6}, the nearest/,
    ],
    [
      'an accent that is too dark on dark pages',
      'look: { accent: { light: "#0b6e4f", dark: "#0b6e4f" } }',
      /site\.md:9:43 {2}error {2}contrast-low .* dark pages/,
    ],
    [
      'ink that is too pale',
      'look: { ink: "#888888" }',
      /contrast-low {2}Ink #888888 has a contrast of 3\.\d against paper #fffdf9, but long texts need 7\. Take #\w{6} for ink/,
    ],
    [
      'a dark paper on light pages',
      'look: { paper: "#111111" }',
      /contrast-low {2}On light pages paper is lighter than ink, and #111111 is not/,
    ],
    [
      'a name for a colour',
      'look: { accent: teal }',
      /value-invalid {2}"teal" is not a colour\. Write # and six hexadecimal digits in quotes/,
    ],
    [
      'a colour that YAML takes for a comment',
      'look:\n  accent: #0b6e4f',
      /site\.md:10:\d+ {2}error {2}value-type {2}look\.accent is empty; .* write "#0b6e4f" in quotes\./,
    ],
    ['a typeface that is none of those', 'look: { headlines: serfi }', /value-unknown .*Did you mean "serif"\?/],
    [
      'a font that is not there',
      'look: { fonts: { headlines: ours.woff2 } }',
      /site\.md:9:29 {2}error {2}font-unusable {2}There is no file "ours\.woff2" beside site\.md/,
    ],
    [
      'a font elsewhere',
      'look: { fonts: { text: ../ours.woff2 } }',
      /value-invalid {2}"\.\.\/ours\.woff2" is not the name of a font file/,
    ],
  ])('with %s', (_what, look, line) => {
    const lines = told(look);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(line);
  });

  test('whose nearest accent, taken as the message says, is told of no more', () => {
    const nearest = /Use (#\w{6})/.exec(told('look: { accent: "#ffcc00" }')[0] ?? '')?.[1];
    expect(told(`look: { accent: "${nearest}" }`)).toEqual([]);
  });
});

describe('A font file', () => {
  const files = 'node_modules/@fontsource';
  const withFont = (bytes: Uint8Array) => ({
    ...siteWith('look: { fonts: { text: ours.woff2 } }'),
    'ours.woff2': bytes,
  });
  const fixed = readFileSync(`${files}/source-serif-4/files/source-serif-4-latin-400-normal.woff2`);

  test('is taken as it is, under a name that changes with it', () => {
    const fonts = contentWith(withFont(fixed)).site.look?.fonts;
    expect(fonts).toMatchObject([{ use: 'text', isVariable: false, digest: expect.stringMatching(/^[0-9a-f]{8}$/) }]);
  });

  test.each([
    ['another file', Buffer.from('wOF2 is what it begins with, and that is all'), /is not a WOFF2 font/],
    ['half of one', fixed.subarray(0, 1000), /is not a WOFF2 font/],
    ['one of many letters', Buffer.alloc(400_000), /has 400,000 bytes, and a font may have at most 300,000/],
  ])('is refused if it is %s', (_what, bytes, message) => {
    expect(problemLines(aContentFolder(withFont(bytes)))).toEqual([expect.stringMatching(message)]);
  });
});

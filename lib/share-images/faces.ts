import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { create, type Font } from 'fontkit';

/** The weights in which cards are set. */
export type Weight = 400 | 700;

/**
 * The typefaces of cards, each with the parts that hold its scripts: a serif that stands beside those of readers' own
 * systems, and an Arabic one of the same weight. The first that has a letter sets it.
 */
const typefaces = {
  'source-serif-4': ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'vietnamese'],
  'noto-naskh-arabic': ['arabic'],
} as const;

const opened = new Map<string, Font>();

/**
 * The face that sets some characters which belong together, such as a letter with its accents.
 *
 * @returns `undefined` where no typeface has them all.
 */
export function faceFor(characters: string, weight: Weight): Font | undefined {
  for (const [typeface, parts] of Object.entries(typefaces)) {
    for (const part of parts) {
      const face = open(`@fontsource/${typeface}/files/${typeface}-${part}-${weight}-normal.woff`);
      if (hasAll(face, characters)) return face;
    }
  }
  return undefined;
}

/** Whether a face can set all of these characters. */
export function hasAll(face: Font, characters: string): boolean {
  return [...characters].every((character) => canSetOne(face, character.codePointAt(0) ?? 0));
}

/**
 * Whether a face has a character, and fontkit can measure it: of a glyph without an outline, such as a space, it reads an
 * outline all the same, and stops if the file ends there.
 */
function canSetOne(face: Font, code: number): boolean {
  if (!face.hasGlyphForCodePoint(code)) return false;
  try {
    return face.glyphForCodePoint(code).advanceWidth >= 0;
  } catch {
    return false;
  }
}

/** Opens a font file once in a process. */
function open(file: string): Font {
  const known = opened.get(file);
  if (known) return known;
  // From the project's folder, where Node finds it also when Next has bundled this module.
  const path = createRequire(join(process.cwd(), 'package.json')).resolve(file);
  const face = create(readFileSync(path));
  if (!('layout' in face)) throw new Error(`${file} is a collection of fonts.`);
  opened.set(file, face);
  return face;
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { create, type Font } from 'fontkit';

/** The font weights of share images. */
export type Weight = 400 | 700;

/**
 * The typefaces of share images, each as files for its scripts: a serif similar to those of readers' systems, and an
 * Arabic one of the same weight. The first with a glyph is used.
 */
const typefaces = {
  'source-serif-4': ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'vietnamese'],
  'noto-naskh-arabic': ['arabic'],
} as const;

const opened = new Map<string, Font>();

/**
 * The face for characters that belong together, such as a letter with its accents.
 *
 * @returns `undefined` if no face has them all.
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

/** Whether a face has all of these characters. */
export function hasAll(face: Font, characters: string): boolean {
  return [...characters].every((character) => canSetOne(face, character.codePointAt(0) ?? 0));
}

/**
 * Whether a face has a character that fontkit can measure: it reads an outline even for a glyph without one, such as a
 * space, and throws if the file ends there.
 */
function canSetOne(face: Font, code: number): boolean {
  if (!face.hasGlyphForCodePoint(code)) return false;
  try {
    return face.glyphForCodePoint(code).advanceWidth >= 0;
  } catch {
    return false;
  }
}

/** Opens a font file, once in a process. */
function open(file: string): Font {
  const known = opened.get(file);
  if (known) return known;
  // Relative to the project's folder, so that it also works when Next has bundled this module.
  const path = createRequire(join(process.cwd(), 'package.json')).resolve(file);
  const face = create(readFileSync(path));
  if (!('layout' in face)) throw new Error(`${file} is a collection of fonts.`);
  opened.set(file, face);
  return face;
}

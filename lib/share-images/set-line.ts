import bidiFactory from 'bidi-js';
import type { Font, Glyph } from 'fontkit';
import { faceFor, hasAll, type Weight } from './faces.ts';
import { remembered } from './remembered.ts';

/** How a text is set. */
export type TypeStyle = { size: number; weight: Weight; dir: 'ltr' | 'rtl'; tracking?: number };

/** A line as outlines: the data of an SVG path from the left end of its baseline, and its width. */
export type SetLine = { path: string; width: number };

/** Characters of one face and one direction. */
type Run = { text: string; face: Font; level: number };

const bidi = bidiFactory();
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Sets a line of text with the shaping of its script and in the order of the Unicode Bidirectional Algorithm.
 * Characters without a face are left out.
 */
export function setLine(text: string, { size, weight, dir, tracking = 0 }: TypeStyle): SetLine {
  const parts: string[] = [];
  let width = 0;
  for (const run of inVisualOrder(runsOf(text, weight, dir))) {
    const scale = size / run.face.unitsPerEm;
    const { glyphs, positions } = layout(run);
    for (const [index, glyph] of glyphs.entries()) {
      const { xAdvance, xOffset, yOffset } = positions[index] ?? { xAdvance: 0, xOffset: 0, yOffset: 0 };
      const outline = outlineOf(glyph, scale);
      // Fonts count upwards, drawings downwards.
      if (outline !== '') parts.push(`M${inTenths(xOffset * scale + width)} ${inTenths(-yOffset * scale)}${outline}`);
      width += xAdvance * scale + tracking;
    }
  }
  return { path: parts.join(''), width };
}

/** The outlines of glyphs by their scale: texts consist of few. */
const outlines = new WeakMap<Glyph, Map<number, string>>();

/**
 * The outline of a glyph as relative path data, from its origin. Each step leads from one rounded place to the next, so that
 * rounding does not add up.
 */
function outlineOf(glyph: Glyph, scale: number): string {
  const ofGlyph = outlines.get(glyph) ?? new Map<number, string>();
  outlines.set(glyph, ofGlyph);
  return ofGlyph.getOrInsertComputed(scale, () => {
    const parts: string[] = [];
    /** Where the last command ended and where its subpath began, in tenths. */
    let [x, y, startX, startY] = [0, 0, 0, 0];
    for (const { command, args } of glyph.path.commands) {
      const places: string[] = [];
      const [fromX, fromY] = [x, y];
      for (let at = 0; at < args.length; at += 2) {
        x = Math.round((args[at] ?? 0) * scale * 10);
        y = Math.round(-(args[at + 1] ?? 0) * scale * 10);
        places.push(`${ofTenths(x - fromX)} ${ofTenths(y - fromY)}`);
      }
      if (command === 'moveTo') [startX, startY] = [x, y];
      if (command === 'closePath') [x, y] = [startX, startY];
      parts.push(commands[command], places.join(' '));
    }
    return parts.join('');
  });
}

/** A coordinate with one decimal. */
function inTenths(value: number): string {
  return ofTenths(Math.round(value * 10));
}

/** A whole number of tenths as a decimal number. One that is no integer would take several times as long to write. */
function ofTenths(tenths: number): string {
  const rest = Math.abs(tenths % 10);
  const sign = tenths < 0 && tenths > -10 ? '-' : '';
  return rest === 0 ? `${tenths / 10}` : `${sign}${Math.trunc(tenths / 10)}.${rest}`;
}

/** The width of a text in one line at size 1. */
export function widthOf(text: string, { weight, dir }: Pick<TypeStyle, 'weight' | 'dir'>): number {
  return widthAtOne(text, weight, dir);
}

/** Headlines share most of their words. */
const widthAtOne = remembered(5000, (text: string, weight: Weight, dir: TypeStyle['dir']) =>
  runsOf(text, weight, dir)
    .map((run) => layout(run).advanceWidth / run.face.unitsPerEm)
    .reduce((sum, width) => sum + width, 0),
);

const commands = { moveTo: 'm', lineTo: 'l', quadraticCurveTo: 'q', bezierCurveTo: 'c', closePath: 'z' } as const;

function layout({ text, face, level }: Run) {
  return face.layout(text, undefined, undefined, undefined, level % 2 ? 'rtl' : 'ltr');
}

/** Whether each letter of a text has a face; signs and emoji may be left out, but letters may not. */
export function canSet(text: string, weight: Weight): boolean {
  return haveFaces(text, weight);
}

const haveFaces = remembered(300, (text: string, weight: Weight) =>
  [...text.matchAll(/[\p{L}\p{N}]\p{M}*/gu)].every(([letter]) => faceFor(letter, weight) !== undefined),
);

function runsOf(text: string, weight: Weight, dir: TypeStyle['dir']): Run[] {
  const { levels } = bidi.getEmbeddingLevels(text, dir);
  const runs: Run[] = [];
  for (const { segment, index } of graphemes.segment(text)) {
    const level = levels[index] ?? 0;
    const last = runs.at(-1);
    const face = last && hasAll(last.face, segment) ? last.face : faceFor(segment, weight);
    if (!face) continue;
    const shown = level % 2 ? (bidi.getMirroredCharacter(segment) ?? segment) : segment;
    if (last?.face === face && last.level === level) last.text += shown;
    else runs.push({ text: shown, face, level });
  }
  return runs;
}

/** Rule L2 of the algorithm, on runs: from the highest level down, reverse the runs that are at least as high. */
function inVisualOrder(runs: readonly Run[]): Run[] {
  const ordered = [...runs];
  for (let level = Math.max(0, ...runs.map((run) => run.level)); level > 0; level--) {
    for (let start = 0; start < ordered.length; start++) {
      let end = start;
      while ((ordered[end]?.level ?? -1) >= level) end += 1;
      if (end > start) ordered.splice(start, end - start, ...ordered.slice(start, end).reverse());
      start = end;
    }
  }
  return ordered;
}

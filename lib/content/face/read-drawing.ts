import { existsSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { Drawing } from '../../model/look/drawing.ts';
import type { Report } from '../../model/problem.ts';
import { type ContentFolder, readSource } from '../files/source-file.ts';
import { checkSvg } from './check-svg.ts';

/** The most characters of a drawing: every page contains the logo, and every browser fetches the icon. */
const most = 100_000;

/**
 * Reads `logo.svg` or `icon.svg` beside site.md; `undefined` if there is none, or after reporting why it cannot be used.
 *
 * @param form Whether the drawing must be square.
 */
export function readDrawing(
  folder: ContentFolder,
  name: string,
  form: 'any' | 'square',
  report: Report,
): Drawing | undefined {
  const path = join(folder.dir, name);
  if (!existsSync(path) && !lstatSync(path, { throwIfNoEntry: false })) return undefined;
  const source = readSource(folder, name, report);
  if (!source) return undefined;
  const { file, text } = source;
  const start = { file, line: 1, column: 1 };
  if (text.length > most) {
    const message = `"${name}" has ${text.length.toLocaleString('en')} characters, and a drawing may have at most ${most.toLocaleString('en')}. Simplify it, for example with svgo.`;
    report({ ...start, code: 'svg-invalid', message });
    return undefined;
  }
  const { faults, size } = checkSvg(text);
  for (const { kind, ...fault } of faults)
    report({ file, ...fault, code: kind === 'unsafe' ? 'svg-unsafe' : 'svg-invalid' });
  if (faults.length > 0) return undefined;
  if (!size) {
    const message = `"${name}" does not say how large it is. Give <svg> a viewBox, as in viewBox="0 0 32 32".`;
    report({ ...start, code: 'svg-invalid', message });
    return undefined;
  }
  if (form === 'square' && size.width !== size.height) {
    const message = `"${name}" is ${size.width} wide and ${size.height} high. An icon is a square: make its viewBox one, as in "0 0 32 32".`;
    report({ ...start, code: 'svg-invalid', message });
    return undefined;
  }
  return { svg: text, ...size };
}

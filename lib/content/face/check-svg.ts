import { SaxesParser } from 'saxes';
import type { Place } from '../../model/problem.ts';

/** A fault in an SVG, and its place. */
export type SvgFault = Place & { kind: 'unsafe' | 'invalid'; message: string };

/** The width and the height of a drawing, in its own units. */
export type SvgSize = { width: number; height: number };

const svgSpace = 'http://www.w3.org/2000/svg';

/** Elements that run scripts, or embed other files or other languages. */
const unsafeElements = new Set([
  ...[
    'script',
    'foreignobject',
    'handler',
    'listener',
    'iframe',
    'embed',
    'object',
    'audio',
    'video',
    'canvas',
    'source',
  ],
  ...['meta', 'base', 'link'],
]);

/** Elements that change attributes of others. */
const animations = new Set(['animate', 'set', 'animatemotion', 'animatetransform', 'discard']);

/**
 * Reads an SVG as strict XML before anything draws it, and finds what could run or fetch something: scripts, event
 * attributes, foreign content, document types, processing instructions, and every reference outside the file.
 *
 * @returns The first fault in each element, and the size of the drawing if it has one.
 */
export function checkSvg(text: string): { faults: SvgFault[]; size: SvgSize | undefined } {
  const faults: SvgFault[] = [];
  let size: SvgSize | undefined;
  let depth = 0;
  let styleText: { text: string; at: Place } | undefined;
  let start: Place = { line: 1, column: 1 };
  const parser = new SaxesParser({ xmlns: true, position: true });
  /** The place of the character that began the last token. */
  const begun = (sign: string): Place => {
    const before = text.slice(0, Math.max(0, text.lastIndexOf(sign, parser.position - 1))).split(/\r\n?|\n/);
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  };
  const unsafe = (message: string, at = start) => faults.push({ ...at, kind: 'unsafe', message });

  parser.on('error', (error) => {
    if (faults.some(({ kind }) => kind === 'invalid')) return;
    const what = error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
    const message = `This is not a well-formed SVG: ${what}. Export it again from the program that made it.`;
    faults.push({ line: parser.line, column: Math.max(1, parser.columnIndex), kind: 'invalid', message });
  });
  parser.on('doctype', () =>
    unsafe('The file has a document type (<!DOCTYPE …>), which can name other files. Remove it.', begun('<!DOCTYPE')),
  );
  parser.on('processinginstruction', ({ target }) =>
    unsafe(`The file has an instruction for other programs (<?${target} …?>). Remove it.`, begun('<?')),
  );
  parser.on('opentagstart', () => {
    start = begun('<');
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    const name = local.toLowerCase();
    if (depth === 0) {
      if (local !== 'svg' || uri !== svgSpace) {
        const message = `The file begins with <${local}>. An SVG begins with <svg xmlns="${svgSpace}">.`;
        faults.push({ ...start, kind: 'invalid', message });
      }
      const value = (key: string) => Object.values(attributes).find((one) => one.name === key)?.value;
      size = sizeOf(value('viewBox'), value('width'), value('height'));
    }
    depth++;
    if (unsafeElements.has(name)) unsafe(`<${local}> is not allowed in a drawing of the site. Remove it.`);
    else if (uri === 'http://www.w3.org/1999/xhtml')
      unsafe(`<${local}> is HTML, which is not allowed here. Remove it.`);
    else {
      const found = Object.values(attributes).map((attribute) =>
        attributeFault(name, attribute.local, attribute.prefix, attribute.value),
      );
      const message = found.find((fault) => fault !== undefined);
      if (message !== undefined) unsafe(message);
    }
    if (name === 'style') styleText = { text: '', at: start };
  });
  const add = (part: string) => {
    if (styleText) styleText.text += part;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', ({ local }) => {
    depth--;
    if (local.toLowerCase() !== 'style' || !styleText) return;
    const message = styleFault(styleText.text);
    if (message !== undefined) unsafe(message, styleText.at);
    styleText = undefined;
  });
  try {
    parser.write(text).close();
  } catch {
    // The error that stops the parser is already reported.
  }
  return { faults, size };
}

function attributeFault(element: string, local: string, prefix: string, value: string): string | undefined {
  const name = local.toLowerCase();
  if (prefix === 'xmlns' || name === 'xmlns') return undefined;
  if (/^on/.test(name)) return `The attribute ${local} runs a script. Remove it.`;
  if (prefix === 'xml' && name === 'base') return 'The attribute xml:base leads to another file. Remove it.';
  if ((name === 'href' || name === 'src') && !value.trim().startsWith('#'))
    return `${prefix === '' ? '' : `${prefix}:`}${local}="${shortened(value)}" leads out of the file. Only parts of the file itself, as in "#shape", may be named: draw what is there as shapes.`;
  if (animations.has(element) && name === 'attributename' && /href|src|^on|style/i.test(value))
    return `This animation changes ${value}, which could lead out of the file. Remove it.`;
  return styleFault(value);
}

/** What is wrong with a piece of CSS, or with an attribute value, which can contain the same functions. */
function styleFault(css: string): string | undefined {
  if (/@import/i.test(css)) return '@import fetches another file. Remove it.';
  if (/(?:image-set|image|src)\s*\(/i.test(css))
    return 'image(), image-set() and src() fetch other files. Remove them.';
  const outside = [...css.matchAll(/url\s*\(\s*["']?\s*([^)"']*)/gi)].find(
    ([, address = '']) => !address.startsWith('#'),
  );
  if (outside)
    return `url(${shortened(outside[1] ?? '')}) leads out of the file. Only its own parts, as in url(#shade), may be named.`;
  if (/\\[0-9a-z]/i.test(css))
    return 'A character is written as an escape (\\) here, which could hide an address. Write the character itself.';
  return undefined;
}

/** The size from the view box, or from width and height in pixels. */
function sizeOf(viewBox = '', width = '', height = ''): SvgSize | undefined {
  const numbers = viewBox
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [, , w = Number.NaN, h = Number.NaN] = numbers.length === 4 ? numbers : [0, 0, pixels(width), pixels(height)];
  return w > 0 && h > 0 && Number.isFinite(w / h) ? { width: w, height: h } : undefined;
}

function pixels(text: string): number {
  return /^[\d.]+(?:px)?$/.test(text.trim()) ? Number.parseFloat(text) : Number.NaN;
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { disableTypes, imageSize } from 'image-size';
import type { CheckCode } from '../../model/checks.ts';
import { suggestion } from '../../model/did-you-mean.ts';
import type { PictureUse } from '../../model/model.ts';
import { recipe, type ShownImage } from '../../model/picture-copies.ts';
import type { Place, Report } from '../../model/problem.ts';
import { namedForWhatItIs } from '../files/no-picture.ts';
import type { ContentFolder } from '../files/source-file.ts';

/**
 * Finds a picture that an editor named.
 *
 * @param written What stands in the text or in front matter.
 * @param at Where it stands.
 * @returns What pages need to know of it, or `undefined` after reporting why it cannot be shown.
 */
export type FindPicture = (written: string, at: Place & { file: string }) => ShownImage | undefined;

/** More would take the memory of the machine that makes the copies. */
const mostPixels = 100_000_000;
const mostBytes = 50_000_000;

/** Formats of picture files that a page does not show, or that take a program of their own to read. */
const foreign = /\.(gif|tiff?|heic|heif|bmp|jxl|psd)$/i;

const accepted = new Set(['jpg', 'png', 'webp', 'avif']);

// Fewer readers of headers, fewer that a broken file could mislead.
disableTypes(['bmp', 'cur', 'dds', 'icns', 'ico', 'j2c', 'jp2', 'jxl', 'jxl-stream', 'ktx', 'pnm', 'psd', 'tga']);

/** Whether a file beside a text is a picture by its name, shown or not. */
export function isPictureFile(name: string): boolean {
  return /\.(jpe?g|png|webp|avif|svg)$/i.test(name) || foreign.test(name);
}

/**
 * Finds the pictures of one article, or of the authors: all of them are in one folder.
 *
 * Of a file its header is read, and all its bytes for a digest; whether it can be decoded to its end is found by a check,
 * and when its copies are made.
 *
 * @param path The folder, below that of the content.
 * @param entries What lies in it; links are not among it.
 * @returns The finder, a list of what it has found so far, each file once, and the names of files that texts name.
 */
export function findPictures(
  { dir }: ContentFolder,
  path: string,
  entries: readonly { name: string; isFolder: boolean }[],
  report: Report,
): { find: FindPicture; found: PictureUse[]; named: ReadonlySet<string> } {
  const folder = join(dir, path);
  const files = entries.flatMap(({ name, isFolder }) => (isFolder ? [] : name));
  const found: PictureUse[] = [];
  const named = new Set<string>();

  const find: FindPicture = (written, at) => {
    const fault = (code: CheckCode, message: string) => {
      report({ ...at, code, message });
      return undefined;
    };
    if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(written)) {
      const message = `"${written}" is an address. A page asks no other site for pictures: put the file into ${folder} and write its name.`;
      return fault('picture-remote', message);
    }
    const wanted = written.replace(/^\.\//, '');
    if (/[/\\]/.test(wanted)) {
      const message = `"${written}" is in another folder. A picture belongs beside its text: put the file into ${folder} and write its name alone.`;
      return fault('picture-outside', message);
    }
    const name = nameOf(wanted, files);
    if (name === undefined) {
      // A link is reported already.
      if (nameOf(wanted, linksIn(folder)) !== undefined) return undefined;
      const message = `There is no picture "${wanted}" beside this text. ${suggestion(wanted, files.filter(isPictureFile))}`;
      return fault('picture-missing', message);
    }
    named.add(name);
    const source = join(folder, name);
    const before = found.find((one) => one.source === source);
    if (before) return before.image;

    const header = readHeader(source);
    if ('fault' in header) return fault(header.code, `"${name}" ${header.fault}`);
    const { bytes, width, height } = header;
    const digest = createHash('sha256').update(bytes).digest('hex');
    const image = { name: `${basename(path)}/${stemOf(name)}-${shortDigest(digest)}`, width, height };
    found.push({ ...at, source, digest, image });
    return image;
  };
  return { find, found, named };
}

type Header = { bytes: Buffer; width: number; height: number } | { code: CheckCode; fault: string };

function readHeader(file: string): Header {
  if (/\.svg$/i.test(file)) {
    const fault = 'is an SVG, which can hold scripts and looks different from browser to browser. Export it as a PNG.';
    return { code: 'picture-svg', fault };
  }
  if (foreign.test(file)) return { code: 'picture-format', fault: formatFault };
  let bytes: Buffer;
  try {
    const stat = statSync(file);
    if (stat.size > mostBytes) {
      const fault = `has ${megas(stat.size)} megabytes, and a picture may have ${megas(mostBytes)}. ${saveItSmaller}`;
      return { code: 'picture-too-large', fault };
    }
    bytes = stat.isFile() ? readFileSync(file) : Buffer.alloc(0);
  } catch (error) {
    return { code: 'file-unreadable', fault: `cannot be read: ${error instanceof Error ? error.message : error}.` };
  }
  const header = headerOf(bytes);
  if (!header) {
    const fault = namedForWhatItIs(bytes) ?? 'is broken, or no picture at all. Export it again as a JPEG or a PNG.';
    return { code: 'picture-broken', fault };
  }
  const { type = '', width, height, orientation = 1 } = header;
  if (type === 'svg') return { code: 'picture-svg', fault: 'is an SVG inside. Export it as a PNG.' };
  if (!accepted.has(type)) return { code: 'picture-format', fault: formatFault };
  if (width * height > mostPixels) {
    const pixels = `${width} × ${height} pixels, ${megas(width * height)} million`;
    const fault = `has ${pixels}, and a picture may have ${megas(mostPixels)} million. ${saveItSmaller}`;
    return { code: 'picture-too-large', fault };
  }
  // From 5 on the camera was held upright, and width and height change places (Exif 2.3, §4.6.4).
  return orientation >= 5 ? { bytes, width: height, height: width } : { bytes, width, height };
}

const saveItSmaller = `Save it smaller: pages show it at most ${recipe.widths.at(-1)} pixels wide.`;

const formatFault = 'is in a format that pages do not show. Save it as JPEG, PNG, WebP or AVIF.';

function headerOf(bytes: Buffer): ReturnType<typeof imageSize> | undefined {
  try {
    // A copy of its own: the reader would look past the end of one that shares its memory with others.
    const header = imageSize(new Uint8Array(bytes));
    return header.width > 0 && header.height > 0 ? header : undefined;
  } catch {
    return undefined;
  }
}

/** The file that is meant by what stands in a text, where a space may be written `%20`. */
function nameOf(written: string, files: readonly string[]): string | undefined {
  const meant = new Set([written, written.replaceAll('%20', ' ')].map((name) => name.normalize()));
  return files.find((file) => meant.has(file.normalize()));
}

function linksIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isSymbolicLink() ? entry.name : []));
  } catch {
    return []; // The folder went while it was read.
  }
}

/** The part of a file's name that stands in addresses: letters without accents, digits and hyphens. */
function stemOf(name: string): string {
  const stem = name.replace(/\.[^.]*$/, '').normalize('NFKD');
  const plain = stem
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-');
  return plain.replace(/^-|-$/g, '') || 'picture';
}

/** Names what the copies of a picture show: its bytes, and how they are made from them. */
function shortDigest(digest: string): string {
  return createHash('sha256')
    .update(`${digest} ${JSON.stringify(recipe)}`)
    .digest('hex')
    .slice(0, 8);
}

function megas(count: number): string {
  return (count / 1_000_000).toLocaleString('en', { maximumFractionDigits: 1 });
}

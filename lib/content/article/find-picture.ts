import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { disableTypes, imageSize } from 'image-size';
import type { CheckCode } from '../../model/checks.ts';
import { didYouMean } from '../../model/did-you-mean.ts';
import type { PictureUse } from '../../model/model.ts';
import { recipe, type ShownImage } from '../../model/picture-copies.ts';
import type { Place, Report } from '../../model/problem.ts';
import { describeNonPicture } from '../files/non-picture.ts';
import type { ContentFolder } from '../files/source-file.ts';

/**
 * Finds a picture that an editor named.
 *
 * @param written What the text or the front matter says.
 * @param at Its place.
 * @returns What pages need to know about it, or `undefined` after reporting why it cannot be shown.
 */
export type FindPicture = (written: string, at: Place & { file: string }) => ShownImage | undefined;

/** The most pixels: more would exhaust the memory of the machine that makes the copies. */
const mostPixels = 100_000_000;
const mostBytes = 50_000_000;

/** Picture formats that a page does not show, or that need special software. */
const foreign = /\.(gif|tiff?|heic|heif|bmp|jxl|psd)$/i;

const accepted = new Set(['jpg', 'png', 'webp', 'avif']);

// Fewer header parsers, fewer ways for a broken file to mislead us.
disableTypes(['bmp', 'cur', 'dds', 'icns', 'ico', 'j2c', 'jp2', 'jxl', 'jxl-stream', 'ktx', 'pnm', 'psd', 'tga']);

/** Whether a file is a picture by its name, whether or not pages can show it. */
export function isPictureFile(name: string): boolean {
  return /\.(jpe?g|png|webp|avif|svg)$/i.test(name) || foreign.test(name);
}

/**
 * Finds the pictures of one article, or of the authors: all of them are in one folder.
 *
 * Only the header of a file is decoded, and all its bytes go into a digest; whether the rest can be decoded is found by a
 * check, and when its copies are made.
 *
 * @param path The folder, relative to the content folder.
 * @param entries The entries of the folder, without symbolic links.
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
      const message = `"${written}" is an address. Pages load no pictures from other sites: put the file into ${folder} and write its name.`;
      return fault('picture-remote', message);
    }
    const wanted = written.replace(/^\.\//, '');
    if (/[/\\]/.test(wanted)) {
      const message = `"${written}" is in another folder. A picture belongs beside its text: put the file into ${folder} and write only its name.`;
      return fault('picture-outside', message);
    }
    const name = nameOf(wanted, files);
    if (name === undefined) {
      // A symbolic link is already reported.
      if (nameOf(wanted, linksIn(folder)) !== undefined) return undefined;
      const message = `There is no picture "${wanted}" beside this text. ${didYouMean(wanted, files.filter(isPictureFile))}`;
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
    const fault =
      describeNonPicture(bytes) ?? 'is broken, or not a picture at all. Export it again as a JPEG or a PNG.';
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
  // From 5 on the picture is rotated by a quarter, so width and height are swapped (Exif 2.3, §4.6.4).
  return orientation >= 5 ? { bytes, width: height, height: width } : { bytes, width, height };
}

const saveItSmaller = `Save it smaller: pages show it at most ${recipe.widths.at(-1)} pixels wide.`;

const formatFault = 'is in a format that pages do not show. Save it as JPEG, PNG, WebP or AVIF.';

function headerOf(bytes: Buffer): ReturnType<typeof imageSize> | undefined {
  try {
    // A copy, because the parser would read past the end of a buffer that shares its memory with others.
    const header = imageSize(new Uint8Array(bytes));
    return header.width > 0 && header.height > 0 ? header : undefined;
  } catch {
    return undefined;
  }
}

/** The file that a text names, in which a space may be written as `%20`. */
function nameOf(written: string, files: readonly string[]): string | undefined {
  const meant = new Set([written, written.replaceAll('%20', ' ')].map((name) => name.normalize()));
  return files.find((file) => meant.has(file.normalize()));
}

function linksIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isSymbolicLink() ? entry.name : []));
  } catch {
    return []; // The folder was removed in the meantime.
  }
}

/** The part of a file's name that addresses contain: letters without accents, digits and hyphens. */
function stemOf(name: string): string {
  const stem = name.replace(/\.[^.]*$/, '').normalize('NFKD');
  const plain = stem
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-');
  return plain.replace(/^-|-$/g, '') || 'picture';
}

/** Identifies what the copies of a picture show: its bytes, and how copies are made. */
function shortDigest(digest: string): string {
  return createHash('sha256')
    .update(`${digest} ${JSON.stringify(recipe)}`)
    .digest('hex')
    .slice(0, 8);
}

function megas(count: number): string {
  return (count / 1_000_000).toLocaleString('en', { maximumFractionDigits: 1 });
}

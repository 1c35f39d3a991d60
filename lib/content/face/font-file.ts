import { createHash } from 'node:crypto';
import type { FontFile, FontUse } from '../../model/look/look.ts';
import type { Report } from '../../model/problem.ts';
import type { FrontMatter } from '../files/front-matter.ts';
import { readBytes } from '../files/read-bytes.ts';
import type { ContentFolder } from '../files/source-file.ts';

/** The most bytes of a font file: readers wait for all of them before they see its letters. */
const mostBytes = 300_000;

/** Reads a font file that `look.fonts` names; `undefined` after reporting what is wrong with it. */
export function readFont(
  folder: ContentFolder,
  use: FontUse,
  name: string,
  { file, placeOf }: FrontMatter,
  report: Report,
): FontFile | undefined {
  const fault = (message: string) => {
    report({ file, ...placeOf(['look', 'fonts', use]), code: 'font-unusable', message });
    return undefined;
  };
  const found = readBytes(folder, name);
  if (!found) return fault(`There is no file "${name}" beside site.md. Put it there, or remove the key.`);
  const { bytes, path } = found;
  if (bytes.length > mostBytes) {
    const size = bytes.length.toLocaleString('en');
    return fault(
      `"${name}" has ${size} bytes, and a font may have at most ${mostBytes.toLocaleString('en')}. Leave out the letters that your texts do not need, for example with pyftsubset.`,
    );
  }
  const tables = tablesOfWoff2(bytes);
  if (!tables) return fault(`"${name}" is not a WOFF2 font. Convert it, for example with woff2_compress.`);
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
  return { use, file: path, digest, isVariable: tables.includes(fontVariations) };
}

/** The number of the table `fvar` among those that WOFF2 knows. */
const fontVariations = 47;

/** The numbers of the tables in a WOFF2 file (W3C, WOFF File Format 2.0, §4.1 and §5); `undefined` for any other file. */
function tablesOfWoff2(bytes: Buffer): number[] | undefined {
  if (bytes.length < 48 || bytes.toString('latin1', 0, 4) !== 'wOF2' || bytes.readUInt32BE(8) !== bytes.length)
    return undefined;
  const tables: number[] = [];
  let at = 48;
  const skipNumber = () => {
    while ((bytes[at++] ?? 0) & 0x80);
  };
  for (let left = bytes.readUInt16BE(12); left > 0 && at < bytes.length; left--) {
    const flags = bytes[at++] ?? 0;
    const table = flags & 0x3f;
    if (table === 63) at += 4;
    skipNumber();
    const isOutline = table === 10 || table === 11;
    if (isOutline ? flags >> 6 !== 3 : flags >> 6 !== 0) skipNumber();
    tables.push(table);
  }
  return tables;
}

import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Whether a file is text, which is worth compressing; pictures are already compressed. */
export function isText(file: string): boolean {
  return /\.(html|xml|json|txt|md|svg|webmanifest|js|css)$/.test(file);
}

/** The quality of brotli: 11 takes twenty times as long as 6 and makes a page about 15 % smaller. */
export type Quality = 6 | 11;

/** How many files are compressed at once; more would only use memory. */
export const encodersAtOnce = 8;

/** The encodings of compressed siblings, as HTTP names them, with their extensions. */
export const endings = { br: '.br', gzip: '.gz' } as const;

export type EncodingName = keyof typeof endings;

/** A file in an encoding, and the extension of its sibling. */
type Encoding = { name: EncodingName; ending: (typeof endings)[EncodingName]; bytes: Buffer };

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Compresses a file: see `encodingsOf`. */
export type Encode = (file: string, bytes: Buffer, quality: Quality) => Promise<Encoding[]>;

/**
 * The compressed siblings of a file: brotli and gzip, each only if it is smaller than the file. The thread pool makes
 * them while other work goes on.
 */
export async function encodingsOf(file: string, bytes: Buffer, quality: Quality): Promise<Encoding[]> {
  if (!isText(file)) return [];
  const params = {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
  };
  const [br, gz] = await Promise.all([brotli(bytes, { params }), zip(bytes, { level: 9 })]);
  const made: Encoding[] = [
    { name: 'br', ending: endings.br, bytes: br },
    { name: 'gzip', ending: endings.gzip, bytes: gz },
  ];
  return made.filter((encoding) => encoding.bytes.byteLength < bytes.byteLength);
}

import { basename } from 'node:path';
import type { PictureUse } from '../model/model.ts';
import { type ShownImage, widthsOf } from '../model/picture-copies.ts';
import type { Problem } from '../model/problem.ts';
import { decode, uprightSize } from './make-copy.ts';

/**
 * Decodes a picture completely, as for its copies.
 *
 * @throws Error that says why no copy can be made of it.
 */
export async function tryPicture(bytes: Buffer, image: ShownImage): Promise<void> {
  await checkSize(bytes, image);
  const [smallest = image.width] = widthsOf(image);
  await decode(bytes, smallest);
}

/**
 * Compares the size of a picture with the one that pages use.
 *
 * @throws Error if they differ, or nothing can be decoded.
 */
export async function checkSize(bytes: Buffer, image: ShownImage): Promise<void> {
  const { width, height } = await uprightSize(bytes);
  if (width === image.width && height === image.height) return;
  const sizes = `${image.width} × ${image.height} and ${width} × ${height} pixels`;
  throw new Error(`its size is said in two ways, ${sizes}, as where a note turns it that JPEG alone can have`);
}

/** The problem of a picture that cannot be decoded, at the place that shows it. */
export function brokenPicture({ file, line, column, source }: PictureUse, error: unknown): Problem {
  const reason = (error instanceof Error ? error.message : String(error)).split('\n')[0]?.replace(/[.\s]+$/, '');
  const message = `"${basename(source)}" cannot be decoded: ${reason}. Export it again, upright, as a JPEG or a PNG.`;
  return { file, line, column, code: 'picture-broken', message };
}

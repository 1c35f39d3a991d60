import { basename } from 'node:path';
import type { PictureUse } from '../model/model.ts';
import { type ShownImage, widthsOf } from '../model/picture-copies.ts';
import type { Problem } from '../model/problem.ts';
import { decode, uprightSize } from './make-copy.ts';

/** A picture whose size is not the one that pages were told. */
class OtherSizeError extends Error {}

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
  throw new OtherSizeError(`it has two sizes, ${sizes}, as when metadata rotates it in a way that only JPEG allows`);
}

/** The problem of a picture that cannot be decoded, at the place that shows it. What decoders say of it helps no editor. */
export function brokenPicture({ file, line, column, source }: PictureUse, error: unknown): Problem {
  const reason = error instanceof OtherSizeError ? error.message : 'it ends too soon, or is damaged';
  const message = `"${basename(source)}" cannot be decoded: ${reason}. Export it again, upright, as a JPEG or a PNG.`;
  return { file, line, column, code: 'picture-broken', message };
}

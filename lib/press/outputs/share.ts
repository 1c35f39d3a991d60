import { createHash } from 'node:crypto';

/** A share of the outputs of a site: each output, by name, is in exactly one of as many shares as there are. */
export type Share = (name: string) => boolean;

/**
 * Reads a share, such as `2/7`.
 *
 * @returns `undefined` if it is malformed.
 */
export function parseShare(text: string): Share | undefined {
  const [, index = '', of = ''] = /^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? [];
  const [number, count] = [Number(index), Number(of)];
  if (number < 1 || number > count) return undefined;
  return (name) => createHash('sha256').update(name).digest().readUInt32BE() % count === number - 1;
}

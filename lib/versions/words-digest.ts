import { createHash } from 'node:crypto';
import type { Part } from '../model/recorded-part.ts';
import { formatVersionBody } from './version-body.ts';

/**
 * The digest of a version's text: the SHA-256 of the body of its file, in hexadecimal. Number, instant, kind,
 * note and redactions are in the front matter and do not count.
 */
export function wordsDigest(parts: readonly Part[]): string {
  return createHash('sha256').update(formatVersionBody(parts)).digest('hex');
}

import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder } from '../../processes/make-folder.ts';
import { WorkError } from '../../processes/work-error.ts';
import type { Page } from '../../publication/pages/page-list.ts';
import { heaviestParts, pageBudget } from './budget.ts';
import { type Encode, type EncodingName, encodingsOf, type Quality } from './compress.ts';
import { finishPage } from './finish-page.ts';
import type { NextServer } from './next-server.ts';
import type { PageBytes } from './page-table.ts';

/** Bytes on disk: their number, and their SHA-256 in hexadecimal. */
type NotedBytes = { digest: string; size: number };

/** A written file: its plain bytes, those of each compressed sibling, and what the table of pages shows. */
export type WrittenFile = NotedBytes & { encodings: Partial<Record<EncodingName, NotedBytes>>; bytes: PageBytes };

/**
 * Asks Next to render a page, and finishes it.
 *
 * @throws WorkError that names the page, if Next answers with another status or the page is incomplete.
 */
export async function renderPage(
  server: NextServer,
  { route, status, language }: Pick<Page, 'route' | 'status' | 'language'>,
): Promise<Buffer> {
  const answer = await server.get(route, language);
  if (answer.status !== status) {
    throw new WorkError(
      `${route} answered with status ${answer.status} instead of ${status}; what Next printed above says why.`,
    );
  }
  try {
    return Buffer.from(finishPage(answer.body.toString('utf8'), server.styleSheet));
  } catch (error) {
    throw new WorkError(`${route} is incomplete. ${error instanceof Error ? error.message : error}`);
  }
}

/** Writes a file with its compressed siblings, if they are smaller. */
export async function writeFile(
  dir: string,
  path: string,
  bytes: Buffer,
  quality: Quality,
  encode: Encode = encodingsOf,
): Promise<WrittenFile> {
  const file = join(dir, path);
  makeFolder(dirname(file));
  writeFileSync(file, bytes);
  const encodings = await encode(path, bytes, quality);
  for (const encoding of encodings) writeFileSync(file + encoding.ending, encoding.bytes);
  return describeFile(path, bytes, encodings, quality);
}

/** Describes a file and its compressed siblings. */
export function describeFile(
  path: string,
  bytes: Buffer,
  encodings: readonly { name: EncodingName; bytes: Buffer }[],
  quality: Quality,
): WrittenFile {
  const plain = bytes.byteLength;
  const brotli = encodings.find(({ name }) => name === 'br')?.bytes.byteLength ?? plain;
  // Quickly compressed pages will become smaller later; measuring the parts of a page costs more than making it.
  const isJudged = quality === 11 && path.endsWith('.html');
  const heaviest = isJudged && brotli > pageBudget ? heaviestParts(bytes.toString('utf8')) : undefined;
  return {
    ...noted(bytes),
    encodings: Object.fromEntries(encodings.map((encoding) => [encoding.name, noted(encoding.bytes)])),
    bytes: { file: path, plain, brotli, heaviest },
  };
}

function noted(bytes: Buffer): NotedBytes {
  return { digest: createHash('sha256').update(bytes).digest('hex'), size: bytes.byteLength };
}

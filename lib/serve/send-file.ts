import type { FileHandle } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import type { AnsweredBytes } from './file-source.ts';

/** The most bytes that are read at once, and so are in memory for a slow reader. */
const pieceBytes = 64 * 1024;

/**
 * Sends part of an open file as the body of an answer whose headers are written, no faster than the client reads.
 *
 * If a file cannot be read to the promised end, the connection is closed: otherwise the client would read the next
 * answer as the rest of this one.
 *
 * @param failed Receives why the file could not be read.
 * @returns The bytes that were handed to the connection: fewer than promised if the client has gone or the file failed.
 */
export async function sendFile(
  file: Pick<FileHandle, 'read'>,
  { start, end }: Pick<AnsweredBytes, 'start' | 'end'>,
  response: ServerResponse,
  failed: (error: unknown) => void,
): Promise<number> {
  let next = start;
  try {
    while (next <= end && !response.destroyed) {
      const piece = Buffer.allocUnsafe(Math.min(pieceBytes, end - next + 1));
      const { bytesRead } = await file.read(piece, 0, piece.byteLength, next);
      if (bytesRead === 0) throw new Error(`it ends after ${next} bytes`);
      if (response.destroyed) break;
      next += bytesRead;
      if (!response.write(piece.subarray(0, bytesRead))) await takesMore(response);
    }
    if (!response.destroyed) response.end();
  } catch (error) {
    failed(error);
    response.destroy();
  }
  return next - start;
}

/** Waits until the client reads more, or has gone. */
function takesMore(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      response.off('drain', go);
      response.off('close', go);
      resolve();
    };
    if (response.destroyed) return resolve();
    response.on('drain', go);
    response.on('close', go);
  });
}

import type { AnsweredBytes, FileSource, OpenFile } from '../../serve/file-source.ts';
import { objectKey } from './bucket-release.ts';
import type { ObjectStore } from './object-store.ts';

/** The files in a bucket, by digest. Their bytes are streamed, no faster than a reader takes them. */
export function filesInBucket(store: ObjectStore): FileSource {
  return { name: store.address, isAwayAtTimes: true, open: (wanted) => openObject(store, wanted) };
}

async function openObject(store: ObjectStore, { digest, start, end }: AnsweredBytes): Promise<OpenFile | undefined> {
  const stream = end < start ? [] : await store.stream(objectKey(digest), start, end);
  if (!stream) return undefined;
  const pieces = piecesOf(stream);
  let rest: Uint8Array = new Uint8Array();
  const read = async (buffer: Buffer, offset: number, length: number) => {
    if (rest.byteLength === 0) rest = (await pieces.next()).value ?? rest;
    const piece = rest.subarray(0, length);
    buffer.set(piece, offset);
    rest = rest.subarray(piece.byteLength);
    return { bytesRead: piece.byteLength, buffer };
  };
  return {
    read: read as OpenFile['read'],
    close: async () => {
      await pieces.return(undefined);
    },
  };
}

async function* piecesOf(
  stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array, undefined> {
  for await (const piece of stream) if (piece.byteLength > 0) yield piece;
  return undefined;
}

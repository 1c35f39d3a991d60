import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { setTimeout } from 'node:timers/promises';
import { type Answer, type AnsweredBytes, answerTo, inWords } from './answer.ts';
import { bodyStore } from './body-store.ts';
import type { Editions } from './edition.ts';

/** So many bytes of files are kept in memory. */
const keptBytes = 64 * 1024 * 1024;

/** An answer whose file is not as its manifest says is looked for so often, with so many milliseconds in between. */
const tries = { most: 20, pause: 100 } as const;

/** Sends the answer to a request, or one that is settled already; answers with the bytes of the body. */
type Respond = (request: IncomingMessage, response: ServerResponse, settled?: Answer) => Promise<number>;

/**
 * What answers requests, each from one edition of the site: headers and bytes are of the same manifest.
 *
 * @param always The headers of every answer.
 */
export function responder(editions: Editions, always: Readonly<Record<string, string>>): Respond {
  const bodies = bodyStore(keptBytes);

  return async (request, response, settled) => {
    const { method = '', url: target = '', headers } = request;
    const send = (answer: Answer, bytes: Buffer | string = '') => {
      response.writeHead(answer.status, { ...always, ...answer.headers });
      response.end(method === 'HEAD' ? undefined : bytes);
      return method === 'HEAD' ? 0 : Buffer.byteLength(bytes);
    };
    let edition = editions.latest();
    for (let count = 0; count < tries.most; count += 1) {
      const answer = settled ?? answerTo({ method, target, headers }, edition);
      const { body } = answer;
      if (typeof body !== 'object') return send(answer, body);
      const kept = bodies.kept(body);
      if (kept) return send(answer, partOf(kept, body));
      const opened = await bodies.open(edition.dir, body);
      if (opened && 'bytes' in opened) return send(answer, partOf(opened.bytes, body));
      if (opened && method === 'HEAD') {
        await opened.handle.close();
        return send(answer);
      }
      if (opened) {
        response.writeHead(answer.status, { ...always, ...answer.headers });
        // Whoever goes away while it is being read has no use for an error.
        await pipeline(opened.handle.createReadStream(body), response).catch(() => {});
        return body.end - body.start + 1;
      }
      // A release may be gone, and the press puts files into place before it notes them: there is a newer edition soon.
      if (count > 0) await setTimeout(tries.pause);
      edition = editions.look();
    }
    const busy = inWords(503, { 'retry-after': '1' });
    return send(busy, String(busy.body));
  };
}

function partOf(bytes: Buffer, { start, end }: AnsweredBytes): Buffer {
  return end - start + 1 === bytes.byteLength ? bytes : bytes.subarray(start, end + 1);
}

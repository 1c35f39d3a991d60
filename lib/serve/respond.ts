import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { type Answer, answerTo, inWords } from './answer.ts';
import type { Editions } from './edition.ts';
import { fileCache, isSmall } from './file-cache.ts';
import type { AnsweredBytes } from './file-source.ts';
import { LiveError } from './live-error.ts';
import { sendFile } from './send-file.ts';

/** The most bytes of files that are cached in memory. */
const cachedBytes = 64 * 1024 * 1024;

/** How often to retry an answer whose file does not match its manifest, and how many milliseconds apart. */
const tries = { most: 20, pause: 100 } as const;

/**
 * Answers a request, or sends a given answer.
 *
 * @returns The bytes of the body that were handed to the connection. It never throws: an error is reported, and
 *   answered with 500 (503 if the place of the site is away), or by closing the connection if the answer has begun.
 */
type Respond = (request: IncomingMessage, response: ServerResponse, settled?: Answer) => Promise<number>;

/**
 * Makes the function that answers requests, each from one edition of the site: headers and bytes are from the
 * same manifest.
 *
 * @param always The headers of every answer.
 * @param say Receives why a request could not be answered.
 */
export function responder(
  editions: Editions,
  always: Readonly<Record<string, string>>,
  say: (line: string) => void,
): Respond {
  const bodies = fileCache(cachedBytes);
  const report = (target: string, error: unknown) =>
    say(`${target} could not be answered: ${error instanceof Error ? error.message : error}`);

  const respond: Respond = async (request, response, settled) => {
    const { method = '', url: target = '', headers } = request;
    const writeHead = ({ status, headers: own }: Answer) => response.writeHead(status, { ...always, ...own });
    const send = (answer: Answer, bytes: Buffer | string = '') => {
      writeHead(answer);
      response.end(method === 'HEAD' ? undefined : bytes);
      return method === 'HEAD' ? 0 : Buffer.byteLength(bytes);
    };
    let current = editions.latest();
    for (let count = 0; count < tries.most; count += 1) {
      const edition = settled || !current.lookUp ? current : await current.lookUp(target);
      const { source } = edition;
      const answer = settled ?? answerTo({ method, target, headers }, edition);
      const { body, proof } = answer;
      if (typeof body !== 'object' && (!proof || (await bodies.isReadable(source, proof)))) {
        return send(answer, body);
      }
      if (typeof body === 'object') {
        const bytes = bodies.cached(body) ?? (isSmall(body) ? await bodies.read(source, body) : undefined);
        if (bytes) return send(answer, partOf(bytes, body));
        const file = isSmall(body) ? undefined : await source.open(body);
        try {
          if (file && method === 'HEAD') return send(answer);
          if (file) {
            writeHead(answer);
            return await sendFile(file, body, response, (error) => report(target, error));
          }
        } finally {
          await file?.close();
        }
      }
      // A release may be gone, and a build moves files into place before it writes the manifest: a newer edition will follow soon.
      if (response.destroyed) return 0;
      if (count > 0) await setTimeout(tries.pause);
      current = editions.look();
    }
    const busy = inWords(503, { 'retry-after': '1' });
    return send(busy, String(busy.body));
  };

  return async (request, response, settled) => {
    try {
      return await respond(request, response, settled);
    } catch (error) {
      report(request.url ?? '', error);
      // A store that is away will be back.
      const { status, headers, body } =
        error instanceof LiveError ? inWords(503, { 'retry-after': '1' }) : inWords(500);
      if (response.headersSent) response.destroy();
      else response.writeHead(status, { ...always, ...headers }).end(request.method === 'HEAD' ? undefined : body);
      return 0;
    }
  };
}

function partOf(bytes: Buffer, { start, end }: AnsweredBytes): Buffer {
  return end - start + 1 === bytes.byteLength ? bytes : bytes.subarray(start, end + 1);
}

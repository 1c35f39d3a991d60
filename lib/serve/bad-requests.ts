import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { type Answer, inWords, methods } from './answer.ts';

/** Why a request is refused before its target is read; the connection ends with the answer. */
export function whyRefused({ method = '', httpVersion, headers }: IncomingMessage): Answer | undefined {
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
  if (httpVersion === '1.1' && headers.host === undefined) return inWords(400);
  if (!hasBody) return undefined;
  return methods.includes(method) ? inWords(413) : inWords(405, { allow: methods.join(', ') });
}

/**
 * Makes a server also answer requests that are malformed, too slow or ask for a tunnel, and then close the
 * connection.
 *
 * @param always The headers of every answer.
 */
export function answerBadRequests(server: Server, always: Readonly<Record<string, string>>): void {
  server.on('clientError', (error: Error & { code?: string }, socket) => {
    const status = statuses[error.code ?? ''] ?? 400;
    finish(socket, inWords(status), always);
  });
  server.on('connect', (_request, socket) => finish(socket, inWords(405, { allow: methods.join(', ') }), always));
}

const statuses: Readonly<Record<string, number>> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };

function finish(socket: Duplex, { status, headers, body }: Answer, always: Readonly<Record<string, string>>): void {
  socket.on('error', () => {});
  if (!socket.writable || socket.writableEnded) return void socket.destroy();
  const all = { ...always, ...headers, date: new Date().toUTCString(), connection: 'close' };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', String(body)].join('\r\n'));
  // A client that does not close its side has still got its answer.
  setTimeout(() => socket.destroy(), 1000).unref();
}

import { createServer, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { logLine } from './access-log.ts';
import { answerBadRequests, whyRefused } from './bad-requests.ts';
import { boundConnections } from './bound-connections.ts';
import type { Editions } from './edition.ts';
import { commonHeaders, tlsHeaders } from './headers.ts';
import { oneByOne } from './one-by-one.ts';
import { responder } from './respond.ts';
import { seldom } from './seldom.ts';

/** Timeouts of the server, in milliseconds. */
type Patience = {
  /** For all headers of a request. */
  headers: number;
  /** For a whole request. */
  request: number;
  /** For any byte in either direction: after that, a client that reads nothing is gone. */
  silence: number;
  /** For current answers, on shutdown. */
  stop: number;
};

const usualPatience: Patience = { headers: 10_000, request: 20_000, silence: 30_000, stop: 10_000 };

/** What to serve, and where. */
export type ServeSettings = {
  editions: Editions;
  host: string;
  port: number;
  /** Whether readers come through TLS, which a proxy terminates. */
  tls?: boolean;
  /** Receives a line for each request. */
  log?: ((line: string) => void) | undefined;
  /** Receives what went wrong, at most a line a second. */
  say?: (line: string) => void;
  patience?: Partial<Patience>;
  /** The most connections at once. */
  connections?: number;
};

/** A running server. */
export type Serving = {
  /** Its address, including the path of the site's own address. */
  address: string;
  /** Stops accepting connections, closes idle ones, and gives current answers some time to finish. */
  close: () => Promise<void>;
};

/** How long an idle connection is kept open, in milliseconds: longer than load balancers do, so that none uses one that is closing. */
const keepAlive = 65_000;

/**
 * The most connections at once. Each has at most one open file, so that both together stay below 4,096 open files, which
 * every system allows.
 */
const usualConnections = 2000;

/** The longest head of a request, in bytes. */
const longestHead = 16 * 1024;

/**
 * Serves a finished site, and switches to newer editions.
 *
 * @returns The server, once it listens. Port 0 means any free port.
 * @throws Error with the system's code (`EADDRINUSE`, `EACCES`, …) if the port cannot be used.
 */
export function serve({
  editions,
  host,
  port,
  tls,
  log,
  say = console.error,
  patience,
  connections = usualConnections,
}: ServeSettings): Promise<Serving> {
  const { headers, request, silence, stop } = { ...usualPatience, ...patience };
  const always = { ...commonHeaders, ...(tls && tlsHeaders) };
  const report = seldom(say);
  const respond = responder(editions, always, report);
  const idle = new Set<Socket>();
  let stopping = false;

  const handle = oneByOne(async (asked, response) => {
    const began = performance.now();
    const refused = whyRefused(asked);
    // If set before the headers are written, they say that the connection ends.
    if (stopping || refused) response.shouldKeepAlive = false;
    let isWhole = false;
    response.once('finish', () => {
      isWhole = true;
    });
    const bytes = await respond(asked, response, refused);
    await closed(response);
    const outcome = isWhole ? response.statusCode : 'cut';
    // Bytes that were still buffered when the connection ended have not been sent.
    const sent = isWhole ? bytes : Math.max(0, bytes - asked.socket.writableLength);
    const milliseconds = performance.now() - began;
    const { method = '', url: target = '' } = asked;
    log?.(logLine({ method, target, status: outcome, bytes: sent, milliseconds }, new Date()));
  }, idle);
  const server = createServer(
    {
      headersTimeout: headers,
      requestTimeout: request,
      connectionsCheckingInterval: Math.min(headers, 1000),
      maxHeaderSize: longestHead,
      keepAliveTimeout: keepAlive,
      // A request without a host is answered here, with the headers of every answer.
      requireHostHeader: false,
    },
    handle,
  );
  // Half of it, because Node waits a second time if part of an answer was sent before the client stopped reading.
  server.timeout = silence / 2;
  // Do not wait for a request body.
  server.on('checkContinue', handle);
  server.on('checkExpectation', handle);
  answerBadRequests(server, always);
  boundConnections(server, connections, idle, report);

  const close = () =>
    new Promise<void>((ended) => {
      stopping = true;
      const idleOnes = setInterval(() => server.closeIdleConnections(), 50);
      const end = setTimeout(() => server.closeAllConnections(), stop);
      server.close(() => {
        clearInterval(idleOnes);
        clearTimeout(end);
        ended();
      });
    });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      server.on('error', (error) => report(`The server failed: ${error.message}`));
      const address = server.address();
      const given = address !== null && typeof address === 'object' ? address.port : port;
      resolve({ address: `http://${host}:${given}${editions.latest().base.slice(0, -1)}`, close });
    });
  });
}

/** Waits until an answer is sent or aborted. */
function closed(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    if (response.closed) resolve();
    else response.once('close', () => resolve());
  });
}

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

/** How long the server waits for others, in milliseconds. */
type Patience = {
  /** For all headers of a request. */
  headers: number;
  /** For a whole request. */
  request: number;
  /** For any byte to pass, either way: after that, a reader who takes nothing is gone. */
  silence: number;
  /** For answers under way, when it has to stop. */
  stop: number;
};

const usualPatience: Patience = { headers: 10_000, request: 20_000, silence: 30_000, stop: 10_000 };

/** What is served, and where. */
export type ServeSettings = {
  editions: Editions;
  host: string;
  port: number;
  /** Whether readers come through TLS, which something in front of this server takes care of. */
  tls?: boolean;
  /** Receives a line for each request. */
  log?: ((line: string) => void) | undefined;
  /** Receives what went wrong, at most a line a second. */
  say?: (line: string) => void;
  patience?: Partial<Patience>;
  /** The most connections at once. */
  connections?: number;
};

/** A site that is being served. */
export type Serving = {
  /** Where, with the path of the site's own address. */
  address: string;
  /** Takes no more connections, lets answers under way come to their end for a while, and closes what is idle. */
  close: () => Promise<void>;
};

/** How long an idle connection is kept, in milliseconds: longer than balancers do, so that none sends into one that ends. */
const keepAlive = 65_000;

/**
 * The most connections at once. Each holds at most one file open, so that both together stay below the 4,096 open files that
 * systems allow a process at least.
 */
const usualConnections = 2000;

/** The longest head of a request that is read, in bytes. */
const longestHead = 16 * 1024;

/**
 * Serves a finished site, and follows it from one edition to the next.
 *
 * @returns The server once it listens. Port 0 stands for any that is free.
 * @throws Error with the system's code (`EADDRINUSE`, `EACCES`, …) where the port cannot be had.
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
    // Set before the headers are written, this says in them that the connection ends.
    if (stopping || refused) response.shouldKeepAlive = false;
    let isWhole = false;
    response.once('finish', () => {
      isWhole = true;
    });
    const bytes = await respond(asked, response, refused);
    await closed(response);
    const outcome = isWhole ? response.statusCode : 'cut';
    // What still waited in this process when the connection ended has reached nobody.
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
      // A request without one is answered here, with the headers of every answer.
      requireHostHeader: false,
    },
    handle,
  );
  // Half of it, since Node waits a second time if some of an answer went out before the reader stopped taking it.
  server.timeout = silence / 2;
  // What a request announces besides itself is not waited for.
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
      server.on('error', (error) => report(`The server has a fault: ${error.message}`));
      const address = server.address();
      const given = address !== null && typeof address === 'object' ? address.port : port;
      resolve({ address: `http://${host}:${given}${editions.latest().base.slice(0, -1)}`, close });
    });
  });
}

/** Waits until an answer is sent, or cut off. */
function closed(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    if (response.closed) resolve();
    else response.once('close', () => resolve());
  });
}

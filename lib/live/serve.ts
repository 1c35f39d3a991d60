import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { logLine } from './access-log.ts';
import { answerBadRequests, whyRefused } from './bad-requests.ts';
import type { Editions } from './edition.ts';
import { commonHeaders, tlsHeaders } from './headers.ts';
import { responder } from './respond.ts';

/** How long the server waits for others, in milliseconds. */
type Patience = {
  /** For all headers of a request. */
  headers: number;
  /** For a whole request. */
  request: number;
  /** For any byte to pass, either way. */
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
  patience?: Partial<Patience>;
};

/** A site that is being served. */
export type Serving = {
  /** Where, with the path of the site's own address. */
  address: string;
  /** Takes no more connections, lets answers under way come to their end for a while, and closes what is idle. */
  close: () => Promise<void>;
};

/** For so many milliseconds an idle connection is kept: longer than balancers do, so that none sends into one that ends. */
const keepAlive = 65_000;

/** The longest head of a request that is read, in bytes. */
const longestHead = 16 * 1024;

/**
 * Serves a finished site, and follows it from one edition to the next.
 *
 * @returns The server once it listens. Port 0 stands for any that is free.
 * @throws Error with the system's code (`EADDRINUSE`, `EACCES`, …) where the port cannot be had.
 */
export function serve({ editions, host, port, tls, log, patience }: ServeSettings): Promise<Serving> {
  const { headers, request, silence, stop } = { ...usualPatience, ...patience };
  const always = { ...commonHeaders, ...(tls && tlsHeaders) };
  const respond = responder(editions, always);
  let stopping = false;

  const handle = (asked: IncomingMessage, response: ServerResponse) => {
    const refused = whyRefused(asked);
    // Set before the headers are written, this says in them that the connection ends.
    if (stopping || refused) response.shouldKeepAlive = false;
    const sent = respond(asked, response, refused);
    if (log) void tell(log, asked, response, sent);
  };
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
  server.timeout = silence;
  // What a request announces besides itself is not waited for.
  server.on('checkContinue', handle);
  server.on('checkExpectation', handle);
  answerBadRequests(server, always);

  const close = () =>
    new Promise<void>((closed) => {
      stopping = true;
      const idle = setInterval(() => server.closeIdleConnections(), 50);
      const end = setTimeout(() => server.closeAllConnections(), stop);
      server.close(() => {
        clearInterval(idle);
        clearTimeout(end);
        closed();
      });
    });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      const given = address !== null && typeof address === 'object' ? address.port : port;
      resolve({ address: `http://${host}:${given}${editions.latest().base.slice(0, -1)}`, close });
    });
  });
}

/** Tells of a request when it is over. */
async function tell(
  log: (line: string) => void,
  { method = '', url: target = '' }: IncomingMessage,
  response: ServerResponse,
  sent: Promise<number>,
): Promise<void> {
  const began = performance.now();
  const [bytes] = await Promise.all([sent, once(response, 'close')]);
  const status = response.writableFinished ? response.statusCode : 'cut';
  log(logLine({ method, target, status, bytes, milliseconds: performance.now() - began }, new Date()));
}

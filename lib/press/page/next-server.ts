import { readFileSync } from 'node:fs';
import { Agent, createServer, get, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import next from 'next';
import { WorkError } from '../../processes/work-error.ts';
import { answering } from '../../publication/current-publication.ts';

/** Next's production server in this process, which renders each page afresh. */
export type NextServer = {
  /** Requests a route, with the slash at its end that pages have. */
  get: (route: string, language?: string) => Promise<{ status: number; type: string; body: Buffer }>;
  /** The text of a style sheet that pages link to, by its address. */
  styleSheet: (address: string) => string;
  close: () => Promise<void>;
};

/**
 * Starts Next's production server on the compiled app, on a loopback port, in Draft Mode.
 *
 * The publication must be handed over first: Draft Mode is on only then.
 */
export async function startNextServer(root: string): Promise<NextServer> {
  const app = next({ dev: false, dir: root, quiet: true });
  await app.prepare();
  const handle = app.getRequestHandler();
  // We end idle connections ourselves: the server could end one that is just being reused.
  const server = createServer({ keepAliveTimeout: 0 }, (request, response) => {
    const language = String(request.headers['x-standfirst-language'] ?? '');
    answering({ language, route: request.url ?? '/' }, () => handle(request, response)).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const agent = new Agent({ keepAlive: true });
  const close = async () => {
    agent.destroy();
    await closeServer(server);
    await app.close();
  };

  // Next puts metadata into head only for requests with a user agent.
  const headers: Record<string, string> = { 'user-agent': 'Standfirst press' };
  const draft = await ask(`${origin}/press/draft/`, headers, agent);
  const cookie = draft.headers['set-cookie']?.[0]?.split(';')[0];
  if (cookie === undefined) {
    await close();
    throw new WorkError(`Draft Mode could not be switched on: status ${draft.status}.`);
  }
  headers['cookie'] = cookie;

  return {
    get: async (route, language = '') => {
      const asked = { ...headers, 'x-standfirst-language': language };
      const { status, headers: given, body } = await ask(origin + route, asked, agent);
      return { status, type: given['content-type'] ?? '', body };
    },
    styleSheet: styleSheets(root),
    close,
  };
}

/**
 * Not `fetch`, which takes a millisecond longer.
 *
 * @throws WorkError if there is no answer: a connection of this process to itself is refused for want of files alone.
 */
function ask(
  address: string,
  headers: Record<string, string>,
  agent: Agent,
): Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => {
      const { pathname } = new URL(address);
      const message = `${pathname} was not answered, most likely because too many files are open. Close other programs, or raise the limit with ulimit -n 4096, then try again.`;
      reject(new WorkError(message, { cause: error }));
    };
    const request = get(address, { headers, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) });
      });
      response.on('error', fail);
    });
    request.on('error', fail);
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** The texts of the compiled style sheets, by the addresses in pages; each is read once. */
export function styleSheets(root: string): (address: string) => string {
  const known = new Map<string, string>();
  return (address) => {
    const { pathname } = new URL(address, 'http://localhost');
    const text = known.get(pathname) ?? readFileSync(join(root, '.next', pathname.replace('/_next/', '')), 'utf8');
    known.set(pathname, text);
    return text;
  };
}

import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
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

  const close = async () => {
    await closeServer(server);
    await app.close();
  };

  // Next puts metadata into head only for requests with a user agent.
  const headers: Record<string, string> = { 'user-agent': 'Standfirst press' };
  const draft = await ask(`${origin}/press/draft/`, headers);
  const cookie = draft.headers.getSetCookie()[0]?.split(';')[0];
  if (cookie === undefined) {
    await close();
    throw new WorkError(`Draft Mode could not be switched on: status ${draft.status}.`);
  }
  headers['cookie'] = cookie;

  return {
    get: async (route, language = '') => {
      const asked = { ...headers, 'x-standfirst-language': language };
      const response = await ask(origin + route, asked);
      const type = response.headers.get('content-type') ?? '';
      return { status: response.status, type, body: Buffer.from(await response.arrayBuffer()) };
    },
    styleSheet: styleSheets(root),
    close,
  };
}

/** @throws WorkError if there is no answer: a connection of this process to itself is refused for want of files alone. */
async function ask(address: string, headers: Record<string, string>): Promise<Response> {
  try {
    return await fetch(address, { headers, redirect: 'manual' });
  } catch (error) {
    const { pathname } = new URL(address);
    throw new WorkError(
      `${pathname} was not answered, most likely because too many files are open. Close other programs, or raise the limit with ulimit -n 4096, then try again.`,
      { cause: error },
    );
  }
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

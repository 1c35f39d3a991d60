import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import next from 'next';
import { WorkError } from '../../processes/work-error.ts';
import { styleSheets } from './style-sheets.ts';

/** Next's production server in this process, answering with pages that are rendered afresh. */
export type NextServer = {
  /** Asks for a route, with the slash at its end that pages have. */
  get: (route: string) => Promise<{ status: number; type: string; body: Buffer }>;
  /** The text of a style sheet that pages ask for, by its address. */
  styleSheet: (address: string) => string;
  close: () => Promise<void>;
};

/**
 * Starts Next's production server on the compiled app, on a port of this machine alone, in Draft Mode.
 *
 * The publication must have been handed over before: Draft Mode is switched on only where it is.
 */
export async function startNextServer(root: string): Promise<NextServer> {
  const app = next({ dev: false, dir: root, quiet: true });
  await app.prepare();
  const handle = app.getRequestHandler();
  // The press ends idle connections itself: if the server did, it could end one that is just used again.
  const server = createServer({ keepAliveTimeout: 0 }, (request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const close = async () => {
    await closeServer(server);
    await app.close();
  };

  // Next keeps metadata in head only for a request that says who asks.
  const headers: Record<string, string> = { 'user-agent': 'Standfirst press' };
  const draft = await ask(`${origin}/press/draft/`, headers);
  const cookie = draft.headers.getSetCookie()[0]?.split(';')[0];
  if (cookie === undefined) {
    await close();
    throw new WorkError(`Draft Mode could not be switched on: status ${draft.status}.`);
  }
  headers['cookie'] = cookie;

  return {
    get: async (route) => {
      const response = await ask(origin + route, headers);
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

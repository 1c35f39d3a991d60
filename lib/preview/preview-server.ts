import { createServer, type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import next from 'next';
import { pageRoutes } from '../model/page-kinds.ts';
import type { Problem } from '../model/problem.ts';
import { createUrls } from '../model/urls.ts';
import { pagedSite } from '../publication/paged-site.ts';
import { askNobody } from './ask-nobody.ts';
import type { OpenPreview, Reading } from './preview.ts';
import { problemPage } from './problem-page.ts';
import { type Refusal, refusalOf } from './refuse-others.ts';

export type PreviewServerSettings = {
  /** The project's folder. */
  root: string;
  host: string;
  port: number;
  preview: Pick<OpenPreview, 'latest'>;
};

/** A preview that is being served. */
export type PreviewServer = {
  address: string;
  /** Has every open page show this reading. */
  tell: (reading: Reading) => void;
};

/** Where open pages listen for changes. */
const eventsPath = '/preview/events';

/** An address at which the app has no route. Next's own, `/_not-found/`, would be taken for a page of the publication here. */
const nowhere = '/nowhere/at-all/';

/**
 * Serves the preview in Next's development server. In the place of what is at fault its problems are listed. Only the
 * browser of this machine is answered, and other machines are asked for nothing.
 *
 * @throws Error with the system's code (`EADDRINUSE`, `EACCES`, …) where the port cannot be had.
 */
export async function servePreview({ root, host, port, preview }: PreviewServerSettings): Promise<PreviewServer> {
  const listeners = new Set<ServerResponse>();
  const listen = (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(eventOf(preview.latest()));
    listeners.add(response);
    response.on('close', () => listeners.delete(response));
  };
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const refusal = refusalOf(request, given);
    if (refusal) {
      response.writeHead(refusal.status, { 'content-type': 'text/plain;charset=utf-8' }).end(`${refusal.text}\n`);
      return;
    }
    await ready;
    if (request.url === eventsPath) return listen(response);
    const reading = preview.latest();
    const { page, problems } = pageAskedFor(request.url ?? '/', reading);
    if (problems) {
      response.writeHead(500, { 'content-type': 'text/html;charset=utf-8', 'cache-control': 'no-store' });
      response.end(problemPage(problems, reading.revision));
      return;
    }
    if (page !== undefined) request.url = page;
    await handle(request, response);
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      console.error(`${request.url} could not be shown:`, error);
      if (response.headersSent) response.destroy();
      else
        response.writeHead(500, { 'content-type': 'text/plain;charset=utf-8' }).end('This page could not be shown.\n');
    });
  });
  // Next listens for WebSockets here, and hears of those alone that are let through.
  const forNext = createServer();
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const refusal = refusalOf(request, given, true);
    if (refusal) socket.end(refusedUpgrade(refusal));
    else forNext.emit('upgrade', request, socket, head);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { port: given } = server.address() as AddressInfo;
  askNobody();
  const app = next({ dev: true, dir: root, hostname: host, port: given, httpServer: forNext, quiet: true });
  const ready = app.prepare();
  await ready;
  const handle = app.getRequestHandler();
  return {
    address: `http://${host}:${given}`,
    tell: (reading) => {
      for (const listener of listeners) listener.write(eventOf(reading));
    },
  };
}

/** A refusal as it goes over the line before there is a WebSocket. */
function refusedUpgrade({ status, text }: Refusal): string {
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'connection: close',
    'content-type: text/plain;charset=utf-8',
  ];
  return `${head.join('\r\n')}\r\n\r\n${text}\n`;
}

/** What is to be answered for a page that is asked for: a page of Next's, or problems. Neither for what is no page. */
type Asked = { page?: string; problems?: readonly Problem[] };

/**
 * The address at which Next has the page that is asked for: without the path that the site's own address may have, and
 * that of the page for none where there is no such page. The problems instead, if it is at fault.
 */
function pageAskedFor(url: string, { publication, faults }: Reading): Asked {
  const { pathname, search } = new URL(url, 'http://localhost');
  if (!pathname.endsWith('/') || pathname.startsWith('/_next/')) return {};
  const home = publication && createUrls(publication.site.url).home;
  const route = home !== undefined && pathname.startsWith(home) ? `/${pathname.slice(home.length)}` : pathname;
  const problems = [...faults].find(([place]) => route.startsWith(place))?.[1];
  if (problems) return { problems };
  return {
    page: (publication && pageRoutes(pagedSite(publication)).has(route) ? route : nowhere) + search,
  };
}

/** An event for open pages; where the server ends, they ask for it again twice a second. */
function eventOf({ revision, faults }: Reading): string {
  return `retry: 500\ndata: ${JSON.stringify({ revision, faults: [...faults.keys()] })}\n\n`;
}

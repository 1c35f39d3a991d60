import { createServer, type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import next from 'next';
import { pageRoutes } from '../model/page-kinds.ts';
import type { Problem } from '../model/problem.ts';
import { createUrls } from '../model/urls.ts';
import { answering } from '../publication/current-publication.ts';
import { editionsOf } from '../publication/editions.ts';
import { pagedSite } from '../publication/paged-site.ts';
import { askNobody } from './ask-nobody.ts';
import type { DeskAnswers } from './desk-answers.ts';
import type { OpenPreview, Reading } from './preview.ts';
import { problemPage } from './problem-page.ts';
import { type Refusal, refusalOf } from './refuse-others.ts';

export type PreviewServerSettings = {
  /** The project's folder. */
  root: string;
  host: string;
  port: number;
  preview: Pick<OpenPreview, 'latest'>;
  /** Answers the addresses of the desk, if it is open. */
  desk?: DeskAnswers | undefined;
};

/** A running preview. */
export type PreviewServer = {
  address: string;
  /** Updates every open page to this reading. */
  tell: (reading: Reading) => void;
};

/** The path on which open pages listen for changes. */
const eventsPath = '/preview/events';

/** An address without a route in the app. Next's own, `/_not-found/`, would match a page of the publication here. */
const nowhere = '/nowhere/at-all/';

/**
 * Serves the preview with Next's development server. A page with errors is replaced by a list of them. Only browsers
 * on this machine get answers, and no other machine is contacted.
 *
 * @throws Error with the system's code (`EADDRINUSE`, `EACCES`, …) if the port cannot be used.
 */
export async function servePreview({ root, host, port, preview, desk }: PreviewServerSettings): Promise<PreviewServer> {
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
    const ofDesk = await desk?.(new URL(request.url ?? '/', 'http://localhost').pathname);
    if (ofDesk) {
      response.writeHead(200, { 'content-type': ofDesk.type, 'cache-control': 'no-store' }).end(ofDesk.body);
      return;
    }
    const reading = preview.latest();
    const { url, language } = inOneLanguage(request.url ?? '/', reading);
    request.url = url;
    const { page, problems } = pageAskedFor(url, reading, language);
    if (problems) {
      response.writeHead(500, { 'content-type': 'text/html;charset=utf-8', 'cache-control': 'no-store' });
      response.end(problemPage(problems, reading.revision));
      return;
    }
    if (page !== undefined) request.url = page;
    await answering({ language, route: new URL(request.url ?? '/', 'http://localhost').pathname }, () =>
      handle(request, response),
    );
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      console.error(`${request.url} could not be shown:`, error);
      if (response.headersSent) response.destroy();
      else
        response.writeHead(500, { 'content-type': 'text/plain;charset=utf-8' }).end('This page could not be shown.\n');
    });
  });
  // Next listens for WebSockets on this emitter, and only receives those that are allowed.
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

/** A refusal as raw HTTP, since there is no WebSocket yet. */
function refusedUpgrade({ status, text }: Refusal): string {
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'connection: close',
    'content-type: text/plain;charset=utf-8',
  ];
  return `${head.join('\r\n')}\r\n\r\n${text}\n`;
}

/** How to answer a request for a page: with a page of Next's, or with problems. Neither for anything else. */
type Asked = { page?: string; problems?: readonly Problem[] };

/**
 * The address of the requested page in Next: without the path of the site's own address, and that of the not-found
 * page if there is no such page. If the page has errors, its problems instead.
 */
function pageAskedFor(url: string, { publication: first, faults }: Reading, language: string): Asked {
  const prefix = language && `${language}/`;
  const publication = first && editionsOf(first).find(({ site }) => site.prefix === prefix);
  const { pathname, search } = new URL(url, 'http://localhost');
  if (!pathname.endsWith('/') || pathname.startsWith('/_next/')) return {};
  const home = first && createUrls(first.site.url).home;
  const route = home !== undefined && pathname.startsWith(home) ? `/${pathname.slice(home.length)}` : pathname;
  const problems = [...faults].find(([place]) => `/${prefix}${route.slice(1)}`.startsWith(place))?.[1];
  if (problems) return { problems };
  return {
    page: (publication && pageRoutes(pagedSite(publication)).has(route) ? route : nowhere) + search,
  };
}

/** An address without the language in it, and that language; none in the first. */
function inOneLanguage(url: string, { publication }: Reading): { url: string; language: string } {
  const home = publication ? createUrls(publication.site.url).home : '/';
  for (const { site } of publication?.others ?? []) {
    for (const start of new Set([home, '/'])) {
      if (url.startsWith(`${start}${site.prefix}`)) {
        return { url: `${start}${url.slice(start.length + site.prefix.length)}`, language: site.prefix.slice(0, -1) };
      }
    }
  }
  return { url, language: '' };
}

/** An event for open pages; when the server ends, they reconnect twice a second. */
function eventOf({ revision, faults }: Reading): string {
  return `retry: 500\ndata: ${JSON.stringify({ revision, faults: [...faults.keys()] })}\n\n`;
}

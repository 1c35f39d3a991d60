import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { cacheControl, commonHeaders, resourcePolicy } from './headers.ts';

/** Where the site is served. */
export type ServeSettings = { dir: string; host: string; port: number };

/** A site that is being served. */
export type Serving = { address: string; close: () => Promise<void> };

/**
 * Serves a finished site: folders by their `index.html`, the compressed sibling of a file to whoever takes it, and
 * `404.html` with status 404 for what is not there.
 *
 * @returns The server once it listens. Port 0 stands for any that is free.
 * @throws Error with the system's code (`EADDRINUSE`, `EACCES`, …) where the port cannot be had.
 */
export function serve({ dir, host, port }: ServeSettings): Promise<Serving> {
  const notFound = readFileSync(join(dir, '404.html'));
  const files = sirv(dir, {
    etag: true,
    brotli: true,
    gzip: true,
    setHeaders: (response, path) => setCommonHeaders(response, path),
    onNoMatch: (_request, response) => {
      setCommonHeaders(response, '/404.html');
      response.writeHead(404, { 'content-type': 'text/html;charset=utf-8' });
      response.end(notFound);
    },
  });
  const server = createServer((request, response) => files(request, response));
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const close = () =>
        new Promise<void>((closed) => {
          server.close(() => closed());
          server.closeAllConnections();
        });
      resolve({ address: `http://${host}:${(server.address() as AddressInfo).port}`, close });
    });
  });
}

function setCommonHeaders(response: ServerResponse, path: string): void {
  for (const [name, value] of Object.entries(commonHeaders)) response.setHeader(name, value);
  response.setHeader('cross-origin-resource-policy', resourcePolicy(path));
  response.setHeader('cache-control', cacheControl(path));
}

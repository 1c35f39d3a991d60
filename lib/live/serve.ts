import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

/** Where the site is served. */
export type ServeSettings = { dir: string; host: string; port: number };

/**
 * Serves a finished site: folders by their `index.html`, and `404.html` with status 404 for what is not there.
 *
 * @returns The server once it listens.
 * @throws Error with the system's code (`EADDRINUSE`, `EACCES`, …) where the port cannot be had.
 */
export function serve({ dir, host, port }: ServeSettings): Promise<Server> {
  const notFound = readFileSync(join(dir, '404.html'));
  const files = sirv(dir, {
    etag: true,
    onNoMatch: (_request, response) => {
      response.writeHead(404, { 'content-type': 'text/html;charset=utf-8' });
      response.end(notFound);
    },
  });
  const server = createServer((request, response) => files(request, response));
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}

import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { onTestFinished } from 'vitest';

/** How a server of outputs answers: as it should, slowly, with errors, with no room, with wrong bytes, or not at all. */
export type Manner = 'well' | 'slow' | 'errors' | 'full' | 'lies' | 'cuts' | 'silent';

/** A server that speaks Bazel's HTTP cache protocol, from memory. */
export type OutputServer = {
  address: string;
  kept: Map<string, Buffer>;
  /** The requests so far. */
  asked: string[];
  manner: Manner;
};

/** Starts an empty one, and ends it with the test. */
export async function anOutputServer(): Promise<OutputServer> {
  const kept = new Map<string, Buffer>();
  const state: OutputServer = { address: '', kept, asked: [], manner: 'well' };
  const server = createServer(async (request, response) => {
    const { method = '', url = '' } = request;
    state.asked.push(`${method} ${url}`);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const end = (status: number, body?: Buffer) => response.writeHead(status).end(body);
    if (state.manner === 'silent') return;
    if (state.manner === 'cuts') return void request.socket.destroy();
    if (state.manner === 'errors') return void end(500);
    if (state.manner === 'slow') await setTimeout(2100);
    if (method === 'PUT') {
      if (state.manner === 'full') return void end(507);
      kept.set(url, Buffer.concat(chunks));
      return void end(201);
    }
    const found = kept.get(url);
    if (!found) return void end(404);
    end(200, state.manner === 'lies' && url.includes('/cas/') ? Buffer.alloc(found.byteLength, 'x') : found);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  state.address = `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}/outputs`;
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  return state;
}

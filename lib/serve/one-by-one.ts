import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Handles a request completely; never throws. */
type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The most requests that a connection may send ahead of their answers. Browsers send none, other clients a few dozen. */
const mostWaiting = 100;

/**
 * Handles the requests of a connection one after the other, so that no connection has more than one open file or more
 * than one answer in memory. A connection that sends more than {@link mostWaiting} requests ahead is closed.
 *
 * @param idle Receives the idle connections, the one that has been idle longest first.
 */
export function oneByOne(
  handle: Handle,
  idle: Set<Socket>,
): (request: IncomingMessage, response: ServerResponse) => void {
  const waiting = new WeakMap<Socket, [IncomingMessage, ServerResponse][]>();

  const work = async (socket: Socket, queue: [IncomingMessage, ServerResponse][]) => {
    for (let [next] = queue; next && !socket.destroyed; [next] = queue) {
      await handle(...next);
      queue.shift();
    }
    waiting.delete(socket);
    if (!socket.destroyed) idle.add(socket);
  };
  return (request, response) => {
    const { socket } = request;
    const queue = waiting.get(socket);
    idle.delete(socket);
    if (!queue) {
      const begun: [IncomingMessage, ServerResponse][] = [[request, response]];
      waiting.set(socket, begun);
      void work(socket, begun);
    } else if (queue.length <= mostWaiting) queue.push([request, response]);
    else socket.destroy();
  };
}

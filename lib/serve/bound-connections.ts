import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Makes a server take at most `most` connections at once. When the last one is taken, the one that has waited longest for a
 * next request is closed, so that the next reader finds room.
 *
 * @param idle The connections that wait for a next request, the one that has waited longest first.
 * @param refused Receives why a connection was refused.
 */
export function boundConnections(
  server: Server,
  most: number,
  idle: Set<Socket>,
  refused: (line: string) => void,
): void {
  let count = 0;
  server.maxConnections = most;
  server.on('connection', (socket) => {
    count += 1;
    socket.once('close', () => {
      count -= 1;
      idle.delete(socket);
    });
    const [longest] = idle;
    if (count >= most) longest?.destroy();
  });
  server.on('drop', () => refused(`A connection was refused: ${most} are open already`));
}

import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Makes a server accept at most `most` connections at once. When the last one is taken, the one that has been idle longest
 * is closed, so that there is room for the next reader.
 *
 * @param idle The idle connections, the one that has been idle longest first.
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

import { once } from 'node:events';
import { connect } from 'node:net';

/** What came back over a connection; `status` and `headers` are those of the first answer, names in lower case. */
export type RawAnswer = { status: number; headers: Record<string, string>; text: string };

/**
 * Sends raw bytes to a server, which no client library would do, and reads until the server closes the connection.
 *
 * @param pieces What to send, in order; a number is a pause in milliseconds.
 */
export async function rawRequest(address: string, ...pieces: (string | number)[]): Promise<RawAnswer> {
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  // The server may close the connection while more is being sent.
  socket.on('error', () => {});
  const closed = once(socket, 'close');
  for (const piece of pieces) {
    if (typeof piece === 'string') socket.write(piece, 'latin1');
    else await new Promise((resolve) => setTimeout(resolve, piece));
  }
  await closed;
  const text = Buffer.concat(chunks).toString('latin1');
  const [head = ''] = text.split('\r\n\r\n');
  const [line = '', ...lines] = head.split('\r\n');
  const headers = lines.map((one) => [one.slice(0, one.indexOf(':')).toLowerCase(), one.slice(one.indexOf(':') + 2)]);
  return { status: Number(line.split(' ')[1] ?? 0), headers: Object.fromEntries(headers), text };
}

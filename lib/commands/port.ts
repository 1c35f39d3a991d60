import { UsageError } from './command-line.ts';

/**
 * Reads the number of a port.
 *
 * @param name The option's name, such as `--port`.
 * @param example An example of a valid call.
 */
export function portOf(text: string, name: string, example: string): number {
  if (/^\d+$/.test(text) && Number(text) <= 65535) return Number(text);
  throw new UsageError(`${name} is "${text}". Give a number from 0 to 65535, as in ${example}.`);
}

/**
 * Why a port cannot be used, and what to do.
 *
 * @param call The same call with another port.
 */
export function whyNotServed(error: unknown, host: string, port: number, call: (port: number) => string): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return `Port ${port} is in use. Choose another one: ${call(port + 1)}`;
  if (code === 'EACCES') return `Port ${port} needs more privileges. Choose one above 1023: ${call(8080)}`;
  return `Cannot serve at ${host}:${port}: ${error instanceof Error ? error.message : error}`;
}

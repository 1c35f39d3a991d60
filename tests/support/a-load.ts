import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import type { ReleaseManifest } from '../../lib/serve/release-manifest.ts';
import { digestOf } from './a-release-folder.ts';

/** An answer with its raw body. */
export type Answered = { status: number; headers: IncomingHttpHeaders; body: Buffer };

/** The result of many requests: how many there were, which failed, and which answers match no release. */
export type Outcome = { requests: number; failed: string[]; mixed: string[] };

/** A request over a connection that may be reused. */
export function ask(
  address: string,
  headers: Record<string, string>,
  agent?: Agent,
  method = 'GET',
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const asked = request(address, { headers, method, ...(agent && { agent }) }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}

/**
 * Requests paths over many connections, again and again, until told to stop, and compares each answer with the manifests
 * of all releases: its body must match one of them for this path and encoding, and its ETag, if the server makes ETags
 * from digests, must match the body.
 */
export function load(address: string, paths: readonly string[], connections: number, tags: 'of digests' | 'its own') {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const seen = new Map<string, { path: string; encoding: string; digest: string }>();
  const outcome: Outcome = { requests: 0, failed: [], mixed: [] };
  let goesOn = true;

  const one = async (number: number) => {
    for (let count = number; goesOn; count += 1) {
      const path = paths[count % paths.length] ?? '/';
      const accepted = ['br', 'gzip', 'identity'][count % 3] ?? 'br';
      outcome.requests += 1;
      try {
        const { status, headers, body } = await ask(address + path, { 'accept-encoding': accepted }, agent);
        const length = headers['content-length'];
        if (status !== 200 || (length !== undefined && Number(length) !== body.byteLength)) {
          outcome.failed.push(`${path}: ${status}, ${body.byteLength} of ${length} bytes`);
        }
        const encoding = headers['content-encoding'] ?? 'identity';
        const digest = digestOf(body);
        const tag = `"${Buffer.from(digest, 'hex').subarray(0, 16).toString('base64url')}"`;
        if (tags === 'of digests' && headers.etag !== tag) outcome.mixed.push(`${path}: ${headers.etag} for ${tag}`);
        seen.set(`${path} ${encoding} ${digest}`, { path, encoding, digest });
      } catch (error) {
        outcome.failed.push(`${path}: ${error instanceof Error ? error.message : error}`);
      }
    }
  };
  const all = Promise.all(Array.from({ length: connections }, (_, index) => one(index * 7)));
  return {
    stop: async (manifests: readonly ReleaseManifest[]): Promise<Outcome> => {
      goesOn = false;
      await all;
      agent.destroy();
      for (const { path, encoding, digest } of seen.values()) {
        const name = path.endsWith('/') ? `${path.slice(1)}index.html` : path.slice(1);
        const isKnown = manifests.some(({ files }) => {
          const file = files[name];
          const sent = encoding === 'identity' ? file : file?.encodings[encoding === 'br' ? 'br' : 'gzip'];
          return sent?.digest === digest;
        });
        if (!isKnown) outcome.mixed.push(`${path} ${encoding} ${digest}`);
      }
      return outcome;
    },
  };
}

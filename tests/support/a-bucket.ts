import { once } from 'node:events';
import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type ClientRequest, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import S3rver from '@20minutes/s3rver';
import { onTestFinished } from 'vitest';
import { type ObjectStore, openStore, type Patience } from '../../lib/deploy/bucket/object-store.ts';
import { digestOf } from './a-release-folder.ts';
import { aTemporaryFolder } from './temporary-folder.ts';

/** A request to the store: its method, and the key in the bucket. */
type Asked = { method: string; key: string };

/**
 * What goes wrong with a request: an answer with this status, or with the error of a full quota; the connection is cut before
 * anything reaches the store, after the store has done it, or half-way through the answer; or that has the wrong bytes.
 */
export type Fault = 500 | 503 | 403 | 'full' | 'cut before' | 'cut after' | 'cut in between' | 'wrong bytes';

/** A bucket in an S3 server of its own. */
export type Bucket = {
  /** Where the server keeps what is in it. */
  directory: string;
  /** The address of a prefix in it. */
  root: string;
  /** What commands need to reach it, credentials included. */
  env: Record<string, string>;
  /** The requests so far. */
  asked: Asked[];
  /** Decides what goes wrong, at once or later, for which the request waits; nothing by default. */
  faults: { next: (asked: Asked) => Fault | undefined | Promise<Fault | undefined> };
  /** Ends the server, which can be started again at the same address. */
  stop: () => Promise<void>;
  start: () => Promise<void>;
};

const bucketName = 'news';

/**
 * Starts an S3 server with an empty bucket, and ends it with the test. The server is s3rver, which ignores conditions of writes
 * and shows files that are only half written. So a small proxy is in front of it: it serves the requests for one key one after
 * the other, and refuses a PUT whose If-Match or If-None-Match does not hold, as S3 does. Faults happen there.
 *
 * @param conditions Whether writes on condition are honoured, or ignored as s3rver does.
 */
export async function aBucket(conditions: 'honoured' | 'ignored' = 'honoured'): Promise<Bucket> {
  const directory = aTemporaryFolder();
  const store = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    // It computes another signature than clients for a list.
    allowMismatchedSignatures: true,
    directory,
    configureBuckets: [{ name: bucketName, configs: [] }],
  });
  const { port } = await store.run();
  const asked: Asked[] = [];
  const faults: Bucket['faults'] = { next: () => undefined };
  const turns = new Map<string, Promise<void>>();
  const proxy = createServer(async (incoming, response) => {
    const key = decodeURIComponent((incoming.url ?? '').split('?')[0]?.slice(bucketName.length + 2) ?? '');
    const one = { method: incoming.method ?? '', key };
    asked.push(one);
    const fault = await faults.next(one);
    const work = () => pass(incoming, response, port, fault, conditions).catch(() => void incoming.socket.destroy());
    const turn = (turns.get(key) ?? Promise.resolve()).then(work, work);
    turns.set(key, turn);
    void turn.finally(() => turns.get(key) === turn && turns.delete(key));
  });
  const start = async (at: number) => {
    proxy.listen(at, '127.0.0.1');
    await once(proxy, 'listening');
    const address = proxy.address();
    return address !== null && typeof address === 'object' ? address.port : 0;
  };
  const stop = async () => {
    proxy.closeAllConnections();
    if (proxy.listening) await new Promise((done) => proxy.close(done));
  };
  const at = await start(0);
  onTestFinished(async () => {
    await stop();
    await store.close();
  });
  return {
    directory,
    root: `s3://${bucketName}/site`,
    env: {
      AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${at}`,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'S3RVER',
      AWS_SECRET_ACCESS_KEY: 'S3RVER',
      AWS_EC2_METADATA_DISABLED: 'true',
    },
    asked,
    faults,
    stop,
    start: async () => {
      await start(at);
    },
  };
}

/** Passes a request on to the store, and its answer back. */
async function pass(
  incoming: IncomingMessage,
  response: ServerResponse,
  port: number,
  fault: Fault | undefined,
  conditions: 'honoured' | 'ignored',
): Promise<void> {
  if (fault === 'cut before') return void incoming.socket.destroy();
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of incoming) chunks.push(chunk);
  } catch {
    // The client is gone, and nothing of its request reaches the store.
    return;
  }
  const body = Buffer.concat(chunks);
  if (fault === 'full') return refuse(response, 403, 'QuotaExceeded');
  if (fault === 403) return refuse(response, 403, 'AccessDenied');
  if (fault === 500 || fault === 503) return refuse(response, fault, fault === 500 ? 'InternalError' : 'SlowDown');
  if (conditions === 'honoured' && incoming.method === 'PUT' && !(await holds(incoming, port)))
    return refuse(response, 412, 'PreconditionFailed');
  const { status, headers, bytes } = await ask(port, incoming.method ?? '', incoming.url ?? '', incoming.headers, body);
  if (fault === 'cut after') return void incoming.socket.destroy();
  if (fault === 'wrong bytes') bytes.fill(120);
  response.writeHead(status, headers);
  if (fault !== 'cut in between') return void response.end(bytes);
  response.write(bytes.subarray(0, bytes.byteLength / 2), () => incoming.socket.destroy());
}

/** Whether the conditions of a write hold. */
async function holds({ url = '', headers }: IncomingMessage, port: number): Promise<boolean> {
  const { 'if-match': tag, 'if-none-match': none } = headers;
  if (tag === undefined && none === undefined) return true;
  const now = await ask(port, 'HEAD', url.split('?')[0] ?? '', {}, Buffer.alloc(0));
  if (none === '*') return now.status === 404;
  return now.status === 200 && now.headers['etag'] === tag;
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`);
}

async function ask(
  port: number,
  method: string,
  path: string,
  headers: IncomingMessage['headers'],
  body: Buffer,
): Promise<{ status: number; headers: IncomingMessage['headers']; bytes: Buffer }> {
  const asking: ClientRequest = request({ host: '127.0.0.1', port, method, path, headers, agent: false });
  asking.end(body);
  const [answer] = (await once(asking, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk);
  return { status: answer.statusCode ?? 0, headers: answer.headers, bytes: Buffer.concat(chunks) };
}

/** What an object has: its bytes, and the headers that the store sends with it. */
export async function objectIn({ env, root }: Bucket, key: string): Promise<{ headers: Headers; bytes: Buffer }> {
  const answer = await fetch(`${env['AWS_ENDPOINT_URL_S3']}/${root.slice('s3://'.length)}/${key}`, {
    headers: { 'accept-encoding': 'identity' },
  });
  if (!answer.ok) throw new Error(`${key}: ${answer.status}`);
  // What is compressed would be decoded.
  const isCoded = answer.headers.has('content-encoding');
  return { headers: answer.headers, bytes: isCoded ? Buffer.alloc(0) : Buffer.from(await answer.arrayBuffer()) };
}

type Bytes = { digest: string; size: number };
type LiveFile = Bytes & { type: string; carried?: true; encodings: { br?: Bytes; gzip?: Bytes } };

/**
 * What is live in a bucket, read from the store without any code of the project: the name of the release, its files by path,
 * and the keys of parts and objects that are missing or have other bytes.
 */
export async function whatIsLiveIn(
  bucket: Bucket,
  name?: string,
): Promise<{ name: string; files: Record<string, LiveFile>; wrong: string[]; releases: string[]; pointer: Pointer }> {
  const { faults, asked } = bucket;
  const quiet = { next: faults.next, count: asked.length };
  faults.next = () => undefined;
  const pointer = JSON.parse((await objectIn(bucket, 'current.json')).bytes.toString()) as Pointer;
  const live = pointer.releases.find((one) => one.name === (name ?? pointer.live));
  const wrong: string[] = [];
  const read = async (key: string) => {
    const { bytes } = await objectIn(bucket, key).catch(() => ({ bytes: Buffer.from('{}') }));
    if (digestOf(bytes) !== key.split('/')[1]) wrong.push(key);
    return JSON.parse(bytes.toString());
  };
  const entries = async <Value>(digest: string): Promise<[string, Value][]> => {
    const { entries: own = [], below = [] } = await read(`manifests/${digest}`);
    const parts = await Promise.all(below.map(([, one]: [string, string]) => entries<Value>(one)));
    return [...own, ...parts.flat()];
  };
  const root = await read(`manifests/${live?.root}`);
  for (const tree of [root.redirects, root.texts]) if (tree) await entries(tree.root);
  const files = root.files ? await entries<LiveFile>(root.files.root) : [];
  const folder = `${bucket.directory}/news/site/objects`;
  for (const [, { digest, encodings }] of files) {
    for (const one of [digest, encodings.br?.digest, encodings.gzip?.digest]) {
      if (one === undefined) continue;
      const bytes = await readFile(`${folder}/${one}._S3rver_object`).catch(() => Buffer.alloc(0));
      if (digestOf(bytes) !== one) wrong.push(`objects/${one}`);
    }
  }
  faults.next = quiet.next;
  asked.length = quiet.count;
  return {
    name: pointer.live,
    files: Object.fromEntries(files.map(([key, file]) => [key.replace(/\/([^/]*)$/, '$1'), file])),
    wrong,
    releases: pointer.releases.map((one) => one.name),
    pointer,
  };
}

type Pointer = {
  live: string;
  releases: { name: string; root: string }[];
  cleaned: number;
  cleaning?: string;
};

/** The keys of everything in a bucket, below its prefix. */
export function keysIn({ directory }: Bucket): string[] {
  return globSync('**/*._S3rver_object', { cwd: `${directory}/news/site` })
    .map((path) => path.replace(/\._S3rver_object$/, ''))
    .sort();
}

/** Opens a bucket in this process, with a library that asks for credentials when it is first used. */
export async function storeIn(
  { root, env }: Pick<Bucket, 'root' | 'env'>,
  patience?: Partial<Patience>,
): Promise<ObjectStore> {
  const before = { ...process.env };
  Object.assign(process.env, env);
  const store = await openStore(root, patience);
  await store.get('nothing');
  process.env = before;
  onTestFinished(() => store.close());
  return store;
}

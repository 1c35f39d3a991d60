import { randomUUID } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder } from '../../processes/make-folder.ts';

/** Keeps bytes under the paths of Bazel's HTTP cache: `ac/<key>` and `cas/<digest>`. */
export type OutputPlace = {
  /** As users named it. */
  name: string;
  /** `undefined` if there is nothing. Throws if it cannot be read. */
  get: (path: string) => Promise<Uint8Array | undefined>;
  /** Throws if it cannot be written. */
  put: (path: string, bytes: Uint8Array) => Promise<void>;
};

/** How long a request may take, in milliseconds. */
const patience = 5000;

/** A server that speaks Bazel's HTTP cache protocol (https://bazel.build/remote/caching#http-caching), at an address. */
export function outputServer(url: string, authorization: string | undefined, most = patience): OutputPlace {
  const base = url.replace(/\/+$/, '');
  const headers = authorization === undefined ? {} : { authorization };
  const call = async (path: string, init: RequestInit): Promise<Response> => {
    const answer = await fetch(`${base}/${path}`, {
      ...init,
      headers,
      redirect: 'error',
      signal: AbortSignal.timeout(most),
    });
    if (!answer.ok && answer.status !== 404) throw new Error(`it answered ${answer.status}`);
    return answer;
  };
  return {
    name: url,
    get: async (path) => {
      const answer = await call(path, {});
      const bytes = await answer.bytes();
      return answer.ok ? bytes : undefined;
    },
    put: async (path, bytes) => {
      const answer = await call(path, { method: 'PUT', body: Buffer.from(bytes) });
      await answer.arrayBuffer();
      if (!answer.ok) throw new Error(`it answered ${answer.status}`);
    },
  };
}

/** A folder with the same paths, which a workflow can hand from job to job. */
export function outputFolder(dir: string): OutputPlace {
  return {
    name: dir,
    get: async (path) =>
      readFile(join(dir, path)).catch((error: unknown) => {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
        throw error;
      }),
    put: async (path, bytes) => {
      const file = join(dir, path);
      makeFolder(dirname(file));
      const unfinished = `${file}.${randomUUID()}`;
      await writeFile(unfinished, bytes);
      await rename(unfinished, file);
    },
  };
}

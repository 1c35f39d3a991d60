import type { S3Client, S3ClientConfig } from '@aws-sdk/client-s3';
import { inBatches } from '../../processes/worker-pool.ts';
import { type BucketAddress, bucketAddress } from './bucket-address.ts';
import { explained } from './store-fault.ts';

/** The bytes of an object, and the tag of this state of it. */
type StoredObject = { bytes: Buffer; tag: string };

/** What the store says about an object in a list. */
type ListedObject = { key: string; size: number; changed: number };

/** How an object is stored: what a store sends with it, and on what condition it is written. */
export type PutSettings = {
  type: string;
  encoding?: string | undefined;
  cacheControl: string;
  /** Writes only if the object has this tag now, or only if there is none. By default, it is written in any case. */
  only?: { ifTag: string } | 'if new';
};

/** Objects below a prefix of a bucket. Keys are relative to it. Each method throws a StoreError that says what to do if the store fails. */
export type ObjectStore = {
  /** As users write it. */
  address: string;
  /** `undefined` if there is no such object. */
  get: (key: string) => Promise<StoredObject | undefined>;
  /** How many bytes an object has; `undefined` if there is no such object. */
  size: (key: string) => Promise<number | undefined>;
  /** Part of an object as a stream, both ends included; `undefined` if there is no such object. */
  stream: (key: string, start: number, end: number) => Promise<AsyncIterable<Uint8Array> | undefined>;
  /** Answers `false` if the condition does not hold, and nothing was written. */
  put: (key: string, bytes: Buffer, settings: PutSettings) => Promise<boolean>;
  /** The objects whose keys begin with this. */
  list: (beginning: string) => AsyncIterable<ListedObject>;
  /** Deletes objects; missing ones are ignored. */
  remove: (keys: readonly string[]) => Promise<void>;
  close: () => void;
};

/** How long the store may take, in milliseconds, and how often a request is tried. */
export type Patience = { connect: number; request: number; tries: number };

const usualPatience: Patience = { connect: 5000, request: 60_000, tries: 5 };

/** The most connections to the store: a server holds one for each reader of a large picture. */
const connections = 1000;

/** The most objects that one request can delete. */
export const mostRemoved = 1000;

/**
 * Opens a place in a bucket. Endpoint, region and credentials come from the environment and the files that Amazon's tools
 * use as well: `AWS_ENDPOINT_URL_S3`, `AWS_REGION`, `AWS_PROFILE`, `AWS_ACCESS_KEY_ID` and so on, or the role of the machine.
 *
 * The library is loaded here and nowhere else: no other command waits for it.
 *
 * @throws LiveError if the address is malformed.
 */
export async function openStore(root: string, patience: Partial<Patience> = {}): Promise<ObjectStore> {
  const address = bucketAddress(root);
  const { connect, request, tries } = { ...usualPatience, ...patience };
  const sdk = await import('@aws-sdk/client-s3');
  const settings: S3ClientConfig = {
    maxAttempts: tries,
    requestHandler: {
      connectionTimeout: connect,
      requestTimeout: request,
      throwOnRequestTimeout: true,
      httpAgent: { maxSockets: connections },
      httpsAgent: { maxSockets: connections },
    },
    // The signature covers the bytes. Other stores than Amazon's do not know its checksums.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    // A store at an address of its own need not have a name for each bucket.
    forcePathStyle: Boolean(process.env['AWS_ENDPOINT_URL_S3'] ?? process.env['AWS_ENDPOINT_URL']),
    logger: silent,
  };
  return storeOf(new sdk.S3Client(settings), sdk, address);
}

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

type Sdk = typeof import('@aws-sdk/client-s3');

function storeOf(client: S3Client, sdk: Sdk, { bucket, prefix, text }: BucketAddress): ObjectStore {
  const at = (key: string) => ({ Bucket: bucket, Key: prefix + key });
  const attempt = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      return await work();
    } catch (error) {
      throw explained(error, text, bucket);
    }
  };
  const orNothing = async <Result>(work: () => Promise<Result>): Promise<Result | undefined> =>
    attempt(() => work().catch((error: unknown) => (isMissing(error) ? undefined : Promise.reject(error))));
  return {
    address: text,
    get: (key) =>
      orNothing(async () => {
        const { Body, ETag = '' } = await client.send(new sdk.GetObjectCommand(at(key)));
        return { bytes: Buffer.from((await Body?.transformToByteArray()) ?? []), tag: ETag };
      }),
    size: (key) => orNothing(async () => (await client.send(new sdk.HeadObjectCommand(at(key)))).ContentLength ?? 0),
    stream: (key, start, end) =>
      orNothing(async () => {
        const { Body } = await client.send(new sdk.GetObjectCommand({ ...at(key), Range: `bytes=${start}-${end}` }));
        return Body as AsyncIterable<Uint8Array> | undefined;
      }),
    put: (key, bytes, { type, encoding, cacheControl, only }) =>
      attempt(async () => {
        const condition = only === 'if new' ? { IfNoneMatch: '*' } : only ? { IfMatch: only.ifTag } : {};
        const command = new sdk.PutObjectCommand({
          ...at(key),
          Body: bytes,
          ContentType: type,
          CacheControl: cacheControl,
          ...(encoding !== undefined && { ContentEncoding: encoding }),
          ...condition,
        });
        return client.send(command).then(
          () => true,
          (error: unknown) => (only && isRefused(error) ? false : Promise.reject(error)),
        );
      }),
    list: async function* (beginning) {
      let next: string | undefined;
      do {
        const asked = {
          Bucket: bucket,
          Prefix: prefix + beginning,
          ...(next !== undefined && { ContinuationToken: next }),
        };
        const page = await attempt(() => client.send(new sdk.ListObjectsV2Command(asked)));
        for (const { Key = '', Size = 0, LastModified } of page.Contents ?? []) {
          yield { key: Key.slice(prefix.length), size: Size, changed: LastModified?.getTime() ?? 0 };
        }
        next = page.NextContinuationToken;
      } while (next !== undefined);
    },
    remove: async (keys) => {
      for (const some of inBatches(keys, mostRemoved)) {
        const Objects = some.map((key) => ({ Key: prefix + key }));
        await attempt(async () => {
          const { Errors = [] } = await client.send(
            new sdk.DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }),
          );
          const [first] = Errors;
          if (first) throw Object.assign(new Error(first.Message), { name: first.Code });
        });
      }
    },
    close: () => client.destroy(),
  };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && (error.name === 'NoSuchKey' || error.name === 'NotFound');
}

/**
 * Whether a store refused a write because its condition does not hold, or because another one came first. One that names a tag is
 * answered with `NoSuchKey` if the object is gone.
 */
function isRefused(error: unknown): boolean {
  return (
    error instanceof Error && ['PreconditionFailed', 'ConditionalRequestConflict', 'NoSuchKey'].includes(error.name)
  );
}

import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type ObjectStore, openStore } from '@/lib/deploy/bucket/object-store.ts';
import { StoreError } from '@/lib/deploy/bucket/store-fault.ts';

/** Opens a store whose server answers as it is told to, through the library that deploys use. */
async function aStore(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<ObjectStore> {
  const server = createServer((request, response) => {
    request.resume().on('end', () => answer(request, response));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const before = { ...process.env };
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`,
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'OURS',
    AWS_SECRET_ACCESS_KEY: 'a-secret',
  });
  const store = await openStore('s3://news/site', { tries: 2 });
  onTestFinished(() => {
    process.env = before;
    store.close();
    server.close();
  });
  return store;
}

/** An answer of S3 with an error. */
const refuse = (response: ServerResponse, status: number, body: string, headers: Record<string, string> = {}) =>
  response.writeHead(status, { 'content-type': 'application/xml', ...headers }).end(body);

const ofCode = (code: string, more = '') =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>In the words of the store</Message>${more}<RequestId>1</RequestId></Error>`;

const put = (store: ObjectStore, only?: { ifTag: string }) =>
  store.put('x', Buffer.from('x'), { type: 'text/plain', cacheControl: 'no-cache', ...(only && { only }) });

const words = {
  region: 'The bucket news is in another region. Set AWS_REGION to the region in which it was made.',
  credentials: 'The object store does not accept these credentials. Check AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY',
  expired: 'The credentials for the object store have expired. Sign in again, or get new ones.',
  rights:
    'These credentials may not do this in s3://news/site. A deploy needs s3:GetObject, s3:PutObject and s3:ListBucket',
  bucket: 'There is no bucket news in this store. Make it first, or check its name and AWS_ENDPOINT_URL_S3.',
  clock: 'The clock of this machine differs too much from that of the object store. Set the clock, then try again.',
  full: 'The object store has no room for s3://news/site. Free some space or raise the quota, then deploy again.',
  conditions: 'The object store of s3://news/site refuses writes on condition (If-Match)',
  busy: 'The object store of s3://news/site keeps answering with errors. Wait a minute, then try again.',
  other: 'which a deploy does not expect. Check that it is an S3 store.',
};

describe('An answer of an object store', () => {
  test.each<[string, number, string, keyof typeof words, Record<string, string>?]>([
    [
      'a bucket in another region',
      301,
      ofCode('PermanentRedirect', '<Endpoint>news.s3.eu-west-1.amazonaws.com</Endpoint>'),
      'region',
      { 'x-amz-bucket-region': 'eu-west-1' },
    ],
    ['a new bucket in another region', 307, ofCode('TemporaryRedirect'), 'region'],
    [
      'a signature for another region',
      400,
      ofCode('AuthorizationHeaderMalformed', '<Region>eu-west-1</Region>'),
      'region',
    ],
    ['an unknown key', 403, ofCode('InvalidAccessKeyId', '<AWSAccessKeyId>OURS</AWSAccessKeyId>'), 'credentials'],
    ['a wrong secret', 403, ofCode('SignatureDoesNotMatch', '<StringToSign>AWS4…</StringToSign>'), 'credentials'],
    ['an expired session', 400, ofCode('ExpiredToken'), 'expired'],
    ['a denied request', 403, ofCode('AccessDenied'), 'rights'],
    ['a denied request in R2', 401, ofCode('Unauthorized'), 'rights'],
    ['a denied request without words', 403, '', 'rights'],
    ['a redirect without words', 301, '', 'region'],
    ['a missing bucket', 404, ofCode('NoSuchBucket', '<BucketName>news</BucketName>'), 'bucket'],
    [
      'a clock that is off',
      403,
      ofCode('RequestTimeTooSkewed', '<ServerTime>2026-11-29T12:00:00Z</ServerTime>'),
      'clock',
      { date: '' },
    ],
    ['a full quota', 403, ofCode('QuotaExceeded'), 'full'],
    ['a full disk', 507, ofCode('XMinioStorageFull'), 'full'],
    ['an unknown condition', 501, ofCode('NotImplemented', '<Header>If-Match</Header>'), 'conditions'],
    ['too many requests', 429, ofCode('TooManyRequests'), 'busy'],
    ['an error without words', 502, '<html>Bad gateway</html>', 'busy'],
    ['something else', 405, ofCode('MethodNotAllowed'), 'other'],
  ])('about %s (%i) is explained, for reads, writes and lists', async (_what, status, body, expected, headers = {}) => {
    const store = await aStore((_request, response) => refuse(response, status, body, headers));
    const list = async () => {
      for await (const _ of store.list('')) throw new Error('There is something.');
    };
    for (const work of [() => store.get('x'), () => put(store), () => put(store, { ifTag: '"x"' }), list]) {
      const error = await work().then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      expect(error).toBeInstanceOf(StoreError);
      expect(String(error)).toContain(words[expected]);
      expect(String(error)).not.toMatch(/a-secret|In the words/);
    }
  });

  test('to a clock that is off by hours is understood: the next request is of the time of the store', async () => {
    const hours = 7 * 60 * 60_000;
    const times: number[] = [];
    const store = await aStore(({ headers }, response) => {
      const { 'x-amz-date': text = '' } = headers;
      const time = Date.parse(String(text).replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
      const off = Math.abs(time - Date.now() - hours);
      times.push(off);
      const date = new Date(Date.now() + hours).toUTCString();
      if (off > 15 * 60_000) return refuse(response, 403, ofCode('RequestTimeTooSkewed'), { date });
      return response.writeHead(200, { date, etag: '"x"' }).end();
    });
    expect(await put(store)).toBe(true);
    expect(times).toHaveLength(2);
  });

  test('that a write on condition came too late is no error: another state, another write, or nothing there any more', async () => {
    const answers = ['PreconditionFailed', 'ConditionalRequestConflict', 'NoSuchKey'];
    const statuses = [412, 409, 404];
    for (const [index, code] of answers.entries()) {
      const store = await aStore((_request, response) => refuse(response, statuses[index] ?? 0, ofCode(code)));
      expect([code, await put(store, { ifTag: '"x"' })]).toEqual([code, false]);
    }
  });

  test('that there is no such object is none', async () => {
    const store = await aStore(({ method }, response) =>
      refuse(response, 404, method === 'HEAD' ? '' : ofCode('NoSuchKey')),
    );
    expect([await store.get('x'), await store.size('x'), await store.stream('x', 0, 1)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

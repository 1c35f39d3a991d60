import { STATUS_CODES } from 'node:http';
import { deskHeaders, isOfDesk } from '../desk/desk-headers.ts';
import { endings } from '../press/page/compress.ts';
import { acceptedEncodings } from './accepted-encodings.ts';
import type { Edition } from './edition.ts';
import { matchesEtag } from './etag-match.ts';
import type { AnsweredBytes } from './file-source.ts';
import { cacheControl, resourcePolicy } from './headers.ts';
import { parseRange } from './parse-range.ts';
import type { SentBytes, SiteFile } from './release-manifest.ts';
import { readTarget } from './request-target.ts';
import { notFoundFile, resolvePath } from './resolve-path.ts';

/** The parts of a request that an answer depends on. Header names are in lower case. */
export type Asked = {
  method: string;
  target: string;
  headers: Readonly<
    Partial<Record<'accept-encoding' | 'if-none-match' | 'if-match' | 'if-range' | 'range', string | undefined>>
  >;
};

/** An answer with its own headers; those of every answer are added. */
export type Answer = {
  status: number;
  headers: Record<string, string>;
  body: string | AnsweredBytes | undefined;
  /** A file that must be readable for the answer to be true. */
  proof?: AnsweredBytes;
};

/** The allowed methods. */
export const methods: readonly string[] = ['GET', 'HEAD'];

/** The answer to a request, from one edition of the site. Only the manifest is read. */
export function answerTo(asked: Asked, edition: Edition): Answer {
  if (!methods.includes(asked.method)) return inWords(405, { allow: methods.join(', ') });
  const target = readTarget(asked.target);
  if ('refused' in target) return inWords(target.refused);
  if (target.path === healthPath) return health(edition);
  const resolved = resolvePath(target.path, edition);
  if (resolved === 'nowhere') return notFound(asked, target.path, edition);
  if ('to' in resolved)
    return inWords(resolved.forGood ? 301 : 302, {
      // A query appended after a fragment or another query would become part of it.
      location: /[?#]/.test(resolved.to) ? resolved.to : resolved.to + target.query,
    });
  const file = edition.files.get(resolved.file);
  return file ? found(asked, resolved.file, file) : notFound(asked, target.path, edition);
}

/** The address at which load balancers and monitors check the server's health. */
export const healthPath = '/healthz';

/** Says which edition is served, if its front page can be read. */
function health({ name, files }: Edition): Answer {
  const front = files.get('index.html');
  const proof = front && { digest: front.digest, size: front.size, path: 'index.html', start: 0, end: front.size - 1 };
  return { ...inWords(200, {}, `ok ${name}\n`), ...(proof && { proof }) };
}

/** A short answer as text. */
export function inWords(
  status: number,
  headers: Record<string, string> = {},
  text = `${status} ${STATUS_CODES[status]}\n`,
): Answer {
  return {
    status,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'content-length': String(Buffer.byteLength(text)),
      'cache-control': status >= 300 && status < 400 ? cacheControl.other : 'no-store',
      'cross-origin-resource-policy': 'same-origin',
      ...headers,
    },
    body: text,
  };
}

function found({ method, headers }: Asked, path: string, file: SiteFile): Answer {
  const chosen = choose(headers['accept-encoding'], path, file);
  const tag = `"${Buffer.from(chosen.bytes.digest, 'hex').subarray(0, tagBytes).toString('base64url')}"`;
  const kept = {
    etag: tag,
    'cache-control': file.immutable ? cacheControl.immutable : cacheControl.other,
    'cross-origin-resource-policy': resourcePolicy(path),
    ...(isOfDesk(path) && deskHeaders),
    ...chosen.vary,
  };
  if (headers['if-match'] !== undefined && !matchesEtag(headers['if-match'], tag, 'strong')) return inWords(412);
  if (headers['if-none-match'] !== undefined && matchesEtag(headers['if-none-match'], tag, 'weak')) {
    return { status: 304, headers: kept, body: undefined };
  }
  const { size } = chosen.bytes;
  const sent = { ...kept, 'content-type': file.type, 'accept-ranges': 'bytes', ...chosen.encoding };
  const isFresh = headers['if-range'] === undefined || headers['if-range'].trim() === tag;
  // Range applies only to GET (RFC 9110, §14.2).
  const range = method === 'GET' && isFresh ? parseRange(headers.range ?? '', size) : 'whole';
  if (range === 'nowhere') return inWords(416, { 'content-range': `bytes */${size}` });
  const { start, end } = range === 'whole' ? { start: 0, end: size - 1 } : range;
  const part = range === 'whole' ? {} : { 'content-range': `bytes ${start}-${end}/${size}` };
  return {
    status: range === 'whole' ? 200 : 206,
    headers: { ...sent, ...part, 'content-length': String(end - start + 1) },
    body: { ...chosen.bytes, path: chosen.path, start, end },
  };
}

/**
 * The not-found answer, in the language of the address. It has no ETag, because a cached copy for one address says nothing about
 * another.
 */
function notFound({ headers }: Asked, address: string, { base, files }: Edition): Answer {
  const [folder = ''] = address.startsWith(base) ? address.slice(base.length).split('/') : [];
  const own = `${folder}/${notFoundFile}`;
  const name = files.has(own) ? own : notFoundFile;
  const file = files.get(name);
  if (!file) return inWords(404);
  const { path, bytes, encoding, vary } = choose(headers['accept-encoding'], name, file);
  return {
    status: 404,
    headers: {
      'content-type': file.type,
      'cache-control': cacheControl.other,
      'cross-origin-resource-policy': 'same-origin',
      ...encoding,
      ...vary,
      'content-length': String(bytes.size),
    },
    body: { ...bytes, path, start: 0, end: bytes.size - 1 },
  };
}

/** How many bytes of a digest make an ETag: enough that no two bodies at one address share it. */
const tagBytes = 16;

type Chosen = { path: string; bytes: SentBytes; encoding: Record<string, string>; vary: Record<string, string> };

/** The best form of a file for the client. */
function choose(accepted: string | undefined, path: string, file: SiteFile): Chosen {
  const { br, gzip } = file.encodings;
  const vary: Record<string, string> = br || gzip ? { vary: 'Accept-Encoding' } : {};
  for (const name of vary['vary'] ? acceptedEncodings(accepted) : []) {
    if (name === 'identity') break;
    const bytes = file.encodings[name];
    if (bytes) return { path: path + endings[name], bytes, encoding: { 'content-encoding': name }, vary };
  }
  return { path, bytes: file, encoding: {}, vary };
}

import { LiveError } from '../../serve/live-error.ts';

/** What an object store does not do, in plain words, with what to do. */
export class StoreError extends LiveError {}

/** Does work, and adds to an error of the store what it means for readers. */
export async function adding<Result>(meaning: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof StoreError ? new LiveError(`${error.message} ${meaning}`) : error;
  }
}

/** What an error of the store means for readers before the switch. */
export const liveIsUnchanged = 'What is live is unchanged.';

/** An error of an object store in plain words, with what to do. No words of the store are repeated: they may name keys. */
export function explained(error: unknown, address: string, bucket: string): unknown {
  if (!(error instanceof Error) || error instanceof LiveError) return error;
  const [name = ''] = nameOf(error);
  const status = statusOf(error);
  const other: Words | undefined =
    status === undefined
      ? undefined
      : () =>
          `The object store answers ${status} (${name}), which a deploy does not expect. Check that it is an S3 store.`;
  const said = wordsFor(nameOf(error), status) ?? other;
  return said === undefined ? error : new StoreError(said(address, bucket));
}

type Words = (address: string, bucket: string) => string;

const noCredentials: Words = () =>
  'There are no credentials for the object store. Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE, or give this machine a role.';
const wrongCredentials: Words = () =>
  'The object store does not accept these credentials. Check AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or the profile in AWS_PROFILE, and whether they are for the store at AWS_ENDPOINT_URL_S3.';
const expired: Words = () => 'The credentials for the object store have expired. Sign in again, or get new ones.';
const wrongRegion: Words = (_address, bucket) =>
  `The bucket ${bucket} is in another region. Set AWS_REGION to the region in which it was made.`;
const noRegion: Words = () =>
  'The region of the object store is missing. Set AWS_REGION, as in AWS_REGION=eu-central-1; other stores than Amazon’s often take auto or us-east-1.';
const noBucket: Words = (_address, bucket) =>
  `There is no bucket ${bucket} in this store. Make it first, or check its name and AWS_ENDPOINT_URL_S3.`;
const clock: Words = () =>
  'The clock of this machine differs too much from that of the object store. Set the clock, then try again.';
const full: Words = (address) =>
  `The object store has no room for ${address}. Free some space or raise the quota, then deploy again.`;
const unreachable: Words = (address) =>
  `The object store of ${address} cannot be reached. Check the network and AWS_ENDPOINT_URL_S3, then try again.`;
const noRights: Words = (address) =>
  `These credentials may not do this in ${address}. A deploy needs s3:GetObject, s3:PutObject and s3:ListBucket; --clean, --forget and --flat need s3:DeleteObject as well.`;
const noConditions: Words = (address) =>
  `The object store of ${address} refuses writes on condition (If-Match), by which a deploy switches in one step. Update it, or use one that honours them.`;
const busy: Words = (address) =>
  `The object store of ${address} keeps answering with errors. Wait a minute, then try again.`;

const byName: Readonly<Record<string, Words>> = {
  CredentialsProviderError: noCredentials,
  InvalidAccessKeyId: wrongCredentials,
  SignatureDoesNotMatch: wrongCredentials,
  InvalidToken: wrongCredentials,
  AccessDenied: noRights,
  AllAccessDisabled: noRights,
  AccountProblem: noRights,
  ExpiredToken: expired,
  TokenRefreshRequired: expired,
  AuthorizationHeaderMalformed: wrongRegion,
  PermanentRedirect: wrongRegion,
  TemporaryRedirect: wrongRegion,
  IllegalLocationConstraintException: wrongRegion,
  InvalidRegionError: noRegion,
  NoRegionError: noRegion,
  NoSuchBucket: noBucket,
  RequestTimeTooSkewed: clock,
  RequestExpired: clock,
  QuotaExceeded: full,
  InsufficientStorage: full,
  InsufficientCapacity: full,
  EntityTooLarge: full,
  XMinioStorageFull: full,
  XMinioAdminBucketQuotaExceeded: full,
  NotImplemented: noConditions,
  SlowDown: busy,
  ServiceUnavailable: busy,
  InternalError: busy,
  TimeoutError: unreachable,
  ENOTFOUND: unreachable,
  EAI_AGAIN: unreachable,
  ECONNREFUSED: unreachable,
  ECONNRESET: unreachable,
  EPIPE: unreachable,
  EHOSTUNREACH: unreachable,
  ENETUNREACH: unreachable,
  ETIMEDOUT: unreachable,
};

function wordsFor(names: readonly string[], status: number | undefined): Words | undefined {
  for (const name of names) if (byName[name]) return byName[name];
  if (status === undefined) return undefined;
  if (status === 507) return full;
  if (status >= 500 || status === 429) return busy;
  if (status === 301 || status === 307) return wrongRegion;
  return status === 403 || status === 401 ? noRights : undefined;
}

function nameOf(error: Error): string[] {
  if (/^Region (is missing|not accepted)/.test(error.message)) return ['NoRegionError'];
  const code = 'code' in error ? String(error.code) : '';
  const cause = error.cause instanceof Error ? nameOf(error.cause) : [];
  return [error.name, code, ...cause];
}

/** The HTTP status of the answer, as the library reports it. */
function statusOf(error: Error): number | undefined {
  const { $metadata: metadata } = error as { $metadata?: { httpStatusCode?: number } };
  return metadata?.httpStatusCode;
}

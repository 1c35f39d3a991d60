import { LiveError } from '../../serve/live-error.ts';

/** A place in a bucket of an object store. */
export type BucketAddress = {
  bucket: string;
  /** What the keys of everything there begin with: empty, or with a slash at the end. */
  prefix: string;
  /** As users write it, without a slash at the end. */
  text: string;
};

/** Whether a place for releases is in a bucket, and not a folder. */
export const isBucketAddress = (root: string): boolean => /^s3:/i.test(root);

/**
 * Reads the address of a place in a bucket: `s3://bucket/prefix`, or a bucket alone.
 *
 * @throws LiveError if it is malformed, or has a name and a password in it.
 */
export function bucketAddress(root: string): BucketAddress {
  const [, bucket = '', path = ''] = /^s3:\/\/([^/]*)(\/.*)?$/i.exec(root) ?? [];
  const names = path.split('/').filter((name) => name !== '');
  if (bucket.includes('@'))
    throw new LiveError(
      'Credentials do not belong into an address, which others can see. Put them into AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or into a profile.',
    );
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket))
    throw new LiveError(`"${root}" does not name a bucket. Write s3://bucket/prefix, as in s3://news/site.`);
  if (!/^[\w./-]*$/.test(path) || names.some((name) => /^\.+$/.test(name)))
    throw new LiveError(
      `"${root}" has a prefix that not every store can have. Use letters, digits, dots, hyphens and slashes, as in s3://news/site.`,
    );
  const prefix = names.map((name) => `${name}/`).join('');
  return { bucket, prefix, text: `s3://${bucket}/${prefix}`.replace(/\/$/, '') };
}

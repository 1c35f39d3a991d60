import { isBucketAddress } from '../deploy/bucket/bucket-address.ts';
import type { Cleaned } from '../deploy/bucket/clean-bucket.ts';
import type { FlatCopied } from '../deploy/bucket/flat-copy.ts';
import { type Deployed, deploy } from '../deploy/deploy.ts';
import { type Forgotten, forget } from '../deploy/forget.ts';
import { describeReleases, type ListedRelease, rollBack } from '../deploy/roll-back.ts';

/** A place for releases: a folder or a bucket. */
export type ReleasePlace = {
  name: string;
  deploy: (out: string, drop: readonly string[]) => Promise<Done>;
  list: () => Promise<ListedRelease[]>;
  rollBack: (wanted: string | number, bringBack: readonly string[]) => Promise<string>;
  forget: () => Promise<Forgotten>;
  clean: () => Promise<Cleaned>;
  close: () => void;
};

/** What a deploy did, and the figures of it in words. */
type Done = Pick<Deployed, 'name' | 'wasLive' | 'gone' | 'atFault'> & { figures: string[] };

/**
 * Opens the place that a command was given.
 *
 * @throws LiveError if it is a malformed address of a bucket.
 */
export async function openPlace(root: string): Promise<ReleasePlace> {
  return isBucketAddress(root) ? bucketPlace(root) : folderPlace(root);
}

function folderPlace(root: string): ReleasePlace {
  return {
    name: root,
    deploy: async (out, drop) => {
      const done = await deploy(out, root, new Date(), console.log, drop);
      const { copied, linked, carried } = done;
      return { ...done, figures: [counted(copied, 'file', 'written'), ...same(linked), ...fromBefore(carried)] };
    },
    list: async () => describeReleases(root),
    rollBack: (wanted, bringBack) => rollBack(root, wanted, bringBack, console.log),
    forget: () => forget(root, new Date(), console.log),
    clean: async () => ({ removed: 0, kept: 0, missing: 0 }),
    close: () => {},
  };
}

async function bucketPlace(root: string): Promise<ReleasePlace> {
  // Nothing of it is loaded for a folder.
  const { openStore } = await import('../deploy/bucket/object-store.ts');
  const store = await openStore(root);
  return {
    name: store.address,
    deploy: async (out, drop) => {
      const { deployToBucket } = await import('../deploy/bucket/deploy-to-bucket.ts');
      const done = await deployToBucket(out, store, new Date(), console.log, drop);
      const { objects, parts, carried } = done;
      const figures = [counted(objects, 'object', 'uploaded'), counted(parts, 'part', 'of the manifest')];
      return { ...done, figures: [...figures, ...fromBefore(carried)] };
    },
    list: async () => (await import('../deploy/bucket/list-releases.ts')).releasesInBucket(store),
    rollBack: async (wanted, bringBack) => {
      const { rollBackInBucket } = await import('../deploy/bucket/roll-back-in-bucket.ts');
      return rollBackInBucket(store, wanted, bringBack, console.log);
    },
    forget: async () =>
      (await import('../deploy/bucket/forget-in-bucket.ts')).forgetInBucket(store, new Date(), console.log),
    clean: async () => (await import('../deploy/bucket/clean-bucket.ts')).cleanBucket(store, new Date(), console.log),
    close: store.close,
  };
}

/** Copies a site to a bucket, each file under its own path. */
export async function copyToBucket(
  root: string,
  out: string,
  drop: readonly string[],
): Promise<FlatCopied & { address: string }> {
  const { openStore } = await import('../deploy/bucket/object-store.ts');
  const { copyFlat, flatFolder } = await import('../deploy/bucket/flat-copy.ts');
  const files = await openStore(root);
  const notes = await openStore(`${files.address}/${flatFolder}`);
  try {
    return { address: files.address, ...(await copyFlat(out, files, notes, new Date(), console.log, drop)) };
  } finally {
    files.close();
    notes.close();
  }
}

/** A number with its noun: `1 file`, `1,200 files written`. */
export function counted(count: number, noun: string, what = ''): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'} ${what}`.trimEnd();
}

function same(count: number): string[] {
  return count > 0 ? [`${count.toLocaleString('en')} the same as before`] : [];
}

/** How many files were kept from the previous release, if any. */
export function fromBefore(count: number): string[] {
  return count > 0 ? [`${count.toLocaleString('en')} kept from the previous release`] : [];
}

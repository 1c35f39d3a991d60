import { realpathSync, statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import watcher from '@parcel/watcher';
import { isIgnored } from './ignored-files.ts';
import { WorkError } from './work-error.ts';

/** Programs save a file in several steps: changes are reported after this many milliseconds without another. */
export const quiet = 15;

/** How often to check whether the folder is still the watched one, in milliseconds. */
const lookAgain = 500;

/**
 * Watches a content folder, even if it is deleted, moved or replaced meanwhile, or does not exist yet: the system watches
 * a folder rather than its name, so the name is checked, too.
 *
 * @param changed Receives after each change the articles whose files may have changed, or that any may have.
 * @param say Receives why the folder can no longer be watched.
 * @returns A function that stops watching.
 * @throws WorkError if the folder exists and cannot be watched.
 */
export async function watchFolder(
  content: string,
  changed: (slugs: ReadonlySet<string> | 'all') => void,
  say: (line: string) => void = console.error,
): Promise<() => Promise<void>> {
  const folder = resolve(content);
  let subscription: watcher.AsyncSubscription | undefined;
  let followed: Folder | undefined;
  let inTurn = Promise.resolve();
  let hasEnded = false;
  let isBlind = false;

  const follow = async () => {
    await subscription?.unsubscribe().catch(() => {});
    subscription = undefined;
    followed = hasEnded ? undefined : folderAt(folder);
    if (followed) subscription = await watcher.subscribe(followed.path, receive);
  };
  /** Says once that the folder cannot be watched, and again if it could be in the meantime. */
  const orSay = (error: unknown) => {
    if (!isBlind) say(`${content}/ cannot be watched: ${reasonOf(error)} This is tried again until it works.`);
    isBlind = true;
  };
  const tryToFollow = () =>
    follow().then(() => {
      isBlind = false;
    }, orSay);
  const followAnew = () => {
    inTurn = inTurn.then(tryToFollow).then(() => changed('all'));
  };
  const receive: watcher.SubscribeCallback = (error, events) => {
    if (error) return followAnew();
    const ways = events.map(({ path }) => relative(followed?.path ?? folder, path).split(sep));
    // The last part may be a folder, and so an article.
    const meant = ways.filter((way) => !way.some((name) => isIgnored(name, true)));
    if (meant.length === 0) return;
    const slugs = meant.flatMap(([kind, slug]) => (kind === 'articles' && slug !== undefined ? slug : []));
    changed(new Set(slugs));
  };

  await follow().catch((error: unknown) => {
    throw new WorkError(`${content}/ cannot be followed: ${reasonOf(error)}`);
  });
  const timer = setInterval(() => {
    const current = folderAt(folder);
    if (current?.identity !== followed?.identity) followAnew();
    else if (current && !subscription) {
      inTurn = inTurn.then(tryToFollow).then(() => {
        // Changes in the meantime were missed.
        if (subscription) changed('all');
      });
    }
  }, lookAgain);
  return async () => {
    hasEnded = true;
    clearInterval(timer);
    await inTurn;
    await subscription?.unsubscribe();
  };
}

/** Why the system cannot watch a folder, and what to do. */
function reasonOf(error: unknown): string {
  const words = (error instanceof Error ? error.message : String(error)).replace(/[.\s]+$/, '');
  return /no space left|ENOSPC|limit|EMFILE/i.test(words)
    ? `the system cannot watch more files (${words}). Close other programs, or raise fs.inotify.max_user_watches.`
    : `${words}. Start the command again if saves have no effect.`;
}

/** The real path of a folder, and an identity that tells it from any other at the same path. */
type Folder = { path: string; identity: string };

/** The folder at a path now; `undefined` if there is none. */
function folderAt(path: string): Folder | undefined {
  try {
    // Inodes are reused, so the creation time is part of the identity.
    const { dev, ino, birthtimeNs } = statSync(path, { bigint: true });
    return { path: realpathSync(path), identity: `${dev}/${ino}/${birthtimeNs}` };
  } catch {
    return undefined;
  }
}

import { realpathSync, statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import watcher from '@parcel/watcher';
import { isPassedOver } from './passed-over.ts';
import { WorkError } from './work-error.ts';

/** Programs save a file in several steps. It is read once this many milliseconds have passed without one. */
export const quiet = 15;

/** How often to look whether the folder is still the one that is followed, in milliseconds. */
const lookAgain = 500;

/**
 * Follows a content folder, also one that is deleted, moved or put in the place of another meanwhile, or is not there yet:
 * the system follows a folder and not its name, so its name is looked at as well.
 *
 * @param changed Receives after each change the articles whose files may have changed, or that any may have.
 * @param say Receives why the folder cannot be followed any more.
 * @returns A function that ends it.
 * @throws WorkError if there is a folder and it cannot be followed.
 */
export async function followContent(
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
  /** Says once that the folder cannot be followed, and again if it could be in the meantime. */
  const orSay = (error: unknown) => {
    if (!isBlind) say(`${content}/ cannot be followed: ${reasonOf(error)} It is tried again and again.`);
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
    // Of the last part it is not known whether it is a folder, and a folder may be an article.
    const meant = ways.filter((way) => !way.some((name) => isPassedOver(name, true)));
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
        // Nothing was heard of what has changed meanwhile.
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

/** Why the system cannot follow a folder, and what to do. */
function reasonOf(error: unknown): string {
  const words = (error instanceof Error ? error.message : String(error)).replace(/[.\s]+$/, '');
  return /no space left|ENOSPC|limit|EMFILE/i.test(words)
    ? `the system follows as many files as it may (${words}). Close other programs, or raise fs.inotify.max_user_watches.`
    : `${words}. Start the command again if saves have no effect.`;
}

/** Where a folder really is, and what names it apart from any other that may come to that place. */
type Folder = { path: string; identity: string };

/** The folder that a path leads to now; `undefined` if there is none. */
function folderAt(path: string): Folder | undefined {
  try {
    // Inodes are used again, so the time at which it was made belongs to it.
    const { dev, ino, birthtimeNs } = statSync(path, { bigint: true });
    return { path: realpathSync(path), identity: `${dev}/${ino}/${birthtimeNs}` };
  } catch {
    return undefined;
  }
}

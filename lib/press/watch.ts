import { ContentError } from '../model/problem.ts';
import { quiet, watchFolder } from '../processes/watch-folder.ts';
import type { Builder, Built } from './builder.ts';
import { EarlierInstantError } from './earlier-instant.ts';

export type WatchSettings = {
  content: string;
  builder: Builder;
  /** The instant for which the site is built: the clock of a resident build, or one that stands still. */
  now: () => number;
  /** Whether the first build may take down what a build for a later instant has published. */
  takeDown?: boolean;
  /** Receives what each build did, with the milliseconds since the change that caused it. */
  built: (built: Built, milliseconds: number) => void;
  /** Receives the error of a failed build; the next change or instant starts another one. */
  failed: (error: unknown) => void;
};

/** After this many milliseconds without a change, files are recompressed at full quality. */
const idle = 3000;

/** After how many milliseconds to retry a build that failed for another reason than the content. */
const aWhile = 60_000;

/** The longest delay of a timer. */
const longest = 2 ** 31 - 1;

/**
 * Builds a site at once, then again after each change of its content and at each instant at which it changes by itself.
 *
 * @returns A function that stops it, after the current build.
 */
export async function watch({
  content,
  builder,
  now,
  takeDown = false,
  built,
  failed,
}: WatchSettings): Promise<() => Promise<void>> {
  let suspects: Set<string> | undefined;
  let since = performance.now();
  let mayTakeDown = takeDown;
  let underWay = Promise.resolve();
  let pause: NodeJS.Timeout | undefined;
  let alarm: NodeJS.Timeout | undefined;
  let rest: NodeJS.Timeout | undefined;

  /** Queues work; a failure is reported and does not stop the queue. */
  const inTurn = (work: () => Promise<void>) => () => {
    underWay = underWay.then(work).catch((error: unknown) => {
      failed(error);
      // A clock that was set back will reach this instant again; until then the site stays the same.
      if (error instanceof EarlierInstantError) wakeAt(error.until);
    });
  };
  const compressFurther = async () => {
    const { raised } = await builder.build({ now: now(), unrecorded: 'tell', suspects: new Set() });
    if (raised > 0) rest = setTimeout(inTurn(compressFurther), idle);
  };
  const build = async () => {
    const changed = suspects;
    suspects = new Set();
    const began = since;
    const done = await builder
      .build({
        now: now(),
        raise: 0,
        unrecorded: 'tell',
        takeDown: mayTakeDown,
        // Editors do not wait for share images or the search index.
        ...(changed && { suspects: changed, afterwards: 'later' }),
      })
      .catch((error) => {
        // The next change tries again.
        suspects = changed && suspects?.union(changed);
        // Other errors, such as a full disk, may pass by themselves.
        if (!(error instanceof ContentError)) {
          clearTimeout(alarm);
          alarm = setTimeout(later, aWhile);
        }
        throw error;
      });
    mayTakeDown = false;
    built(done, performance.now() - began);
    clearTimeout(rest);
    rest = setTimeout(inTurn(compressFurther), idle);
    const [next] = done.next;
    clearTimeout(alarm);
    if (next !== undefined) wakeAt(next);
  };
  const wakeAt = (instant: number) => {
    clearTimeout(alarm);
    alarm = setTimeout(later, Math.min(Math.max(instant - now(), 0), longest));
  };
  const later = () => {
    clearTimeout(pause);
    clearTimeout(rest);
    pause = setTimeout(inTurn(build), quiet);
  };

  const unfollow = await watchFolder(content, (slugs) => {
    suspects = slugs === 'all' ? undefined : suspects?.union(slugs);
    since = performance.now();
    later();
  });
  inTurn(build)();
  // Errors are reported by the build that really needs the page.
  inTurn(() => builder.warmUp().catch(() => {}))();
  await underWay;
  return async () => {
    await unfollow();
    clearTimeout(pause);
    clearTimeout(alarm);
    clearTimeout(rest);
    await underWay;
    await builder.close();
  };
}

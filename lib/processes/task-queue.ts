/** Runs asynchronous tasks, at most a given number at a time. */
export type TaskQueue = {
  /** Starts a task as soon as there is room for it; resolves when it has started. */
  add: (work: () => Promise<void>) => Promise<void>;
  /** Waits for all tasks. */
  done: () => Promise<void>;
};

/**
 * Makes a queue that runs at most `limit` tasks at once.
 *
 * If a task fails, the next call of `add` or `done` throws its error, once no task is running any more.
 */
export function taskQueue(limit: number): TaskQueue {
  const underWay = new Set<Promise<void>>();
  let failed: { error: unknown } | undefined;
  const settle = async () => {
    if (!failed) return;
    await Promise.all(underWay);
    throw failed.error;
  };
  return {
    add: async (work) => {
      while (underWay.size >= limit) await Promise.race(underWay);
      await settle();
      const piece = work()
        .catch((error: unknown) => {
          failed ??= { error };
        })
        .finally(() => underWay.delete(piece));
      underWay.add(piece);
    },
    done: async () => {
      await Promise.all(underWay);
      await settle();
    },
  };
}

/** Runs asynchronous work, at most a given number of pieces at a time. */
export type Crew = {
  /** Begins a piece of work as soon as there is room for it, and returns then. */
  add: (work: () => Promise<void>) => Promise<void>;
  /** Waits for all that was begun. */
  done: () => Promise<void>;
};

/**
 * A crew that does at most `limit` pieces of work at once.
 *
 * Where a piece fails, the next call of `add` or `done` throws its error, once nothing is under way any more.
 */
export function atMost(limit: number): Crew {
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

/** Work that takes longer than this, in milliseconds, will not end by itself. */
const patience = 30_000;

/**
 * Lets work fail where a file that it needs does not come. Pagefind keeps such a fault to itself: without a part of its
 * index it finds less, and without its program it waits for ever.
 *
 * @returns A function that gives the work's own result, or fails with it, or fails when a file did not come meanwhile.
 */
export function listenForFaults(): <Result>(work: Promise<Result>) => Promise<Result> {
  const waiting = new Set<(fault: Error) => void>();
  const fault = (reason: string) => {
    for (const reject of waiting) reject(new Error(reason));
  };
  const load = globalThis.fetch;
  globalThis.fetch = async (...request) => {
    try {
      const response = await load(...request);
      if (!response.ok) fault(`${response.status} ${response.url}`);
      return response;
    } catch (error) {
      fault(String(error));
      throw error;
    }
  };
  return async (work) => {
    let settle = (_fault: Error) => {};
    const failed = new Promise<never>((_, reject) => {
      settle = reject;
    });
    waiting.add(settle);
    const alarm = setTimeout(() => settle(new Error('It takes too long.')), patience);
    try {
      return await Promise.race([work, failed]);
    } finally {
      clearTimeout(alarm);
      waiting.delete(settle);
    }
  };
}

/** Work that takes longer than this, in milliseconds, will not finish. */
const patience = 30_000;

/**
 * Makes work fail if a file that it needs does not load. Pagefind hides such failures: without a part of its index it
 * finds less, and without its program it waits for ever.
 *
 * @returns A function that resolves or rejects as the work does, and rejects if a file failed to load meanwhile.
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

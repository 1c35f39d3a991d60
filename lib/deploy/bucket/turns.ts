import { setTimeout } from 'node:timers/promises';

/**
 * Tries work again while others are faster. The pauses in between are random, longer each time, and at most five seconds.
 *
 * @param most How often it is tried.
 * @param attempt Answers `undefined` if somebody else was faster.
 * @returns `undefined` if somebody else was faster each time.
 */
export async function takeTurns<Result>(
  most: number,
  attempt: (time: number) => Promise<Result | undefined>,
): Promise<Result | undefined> {
  for (let time = 0; time < most; time += 1) {
    const result = await attempt(time);
    if (result !== undefined) return result;
    await setTimeout(Math.random() * Math.min(5000, 100 * 2 ** time));
  }
  return undefined;
}

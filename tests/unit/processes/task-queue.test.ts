import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { taskQueue } from '@/lib/processes/task-queue.ts';

describe('A queue', () => {
  test('never does more pieces at once than it may, and does all of them', async () => {
    let underWay = 0;
    let most = 0;
    let done = 0;
    const queue = taskQueue(3);
    for (let piece = 0; piece < 20; piece++) {
      await queue.add(async () => {
        underWay += 1;
        most = Math.max(most, underWay);
        await setTimeout(piece % 4);
        underWay -= 1;
        done += 1;
      });
    }
    await queue.done();
    expect({ most, done }).toEqual({ most: 3, done: 20 });
  });

  test('tells of a piece that failed when it is done', async () => {
    const queue = taskQueue(2);
    await queue.add(async () => {
      throw new Error('no paper');
    });
    await expect(queue.done()).rejects.toThrow('no paper');
  });

  test('takes no more work after one has failed', async () => {
    const queue = taskQueue(1);
    await queue.add(async () => {
      throw new Error('no paper');
    });
    await expect(queue.add(async () => {}).then(() => queue.add(async () => {}))).rejects.toThrow('no paper');
  });

  test('tells of a piece that failed only when no other is under way any more', async () => {
    const queue = taskQueue(2);
    let under = 0;
    const piece = async (milliseconds: number, fails: boolean) => {
      under += 1;
      await setTimeout(milliseconds);
      under -= 1;
      if (fails) throw new Error('Too bad.');
    };
    await queue.add(() => piece(60, false));
    await queue.add(() => piece(5, true));

    await expect(queue.add(() => piece(5, false))).rejects.toThrow('Too bad.');
    expect(under).toBe(0);
  });
});

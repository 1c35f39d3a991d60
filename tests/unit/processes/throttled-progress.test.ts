import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { throttledProgress } from '@/lib/processes/throttled-progress.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('How far a piece of work has come', () => {
  test('is told every two seconds, and not at all of work that is done sooner', () => {
    const lines: string[] = [];
    const tell = throttledProgress((line) => lines.push(line));
    for (let done = 1; done <= 5; done++) {
      vi.advanceTimersByTime(900);
      tell(() => `${done} of 5`);
    }

    expect(lines).toEqual(['3 of 5']);
  });
});

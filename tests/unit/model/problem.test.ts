import { describe, expect, test } from 'vitest';
import { ContentError, comparePlaces, formatProblem, type Problem } from '@/lib/model/problem.ts';

function aProblem(overrides: Partial<Problem> = {}): Problem {
  return { file: 'content/site.md', line: 2, column: 7, code: 'value-empty', message: 'name is empty.', ...overrides };
}

describe('A problem', () => {
  test('is one line that editors and terminals can jump from', () => {
    expect(formatProblem(aProblem())).toBe('content/site.md:2:7  error  value-empty  name is empty.');
  });

  test('is sorted by file, then line, then column, each as a number', () => {
    const sorted = [
      aProblem({ file: 'content/a.md', line: 100 }),
      aProblem({ line: 2, column: 9 }),
      aProblem({ line: 2, column: 10 }),
      aProblem({ line: 10, column: 1 }),
    ];

    expect(sorted.toReversed().sort(comparePlaces)).toEqual(sorted);
  });
});

describe('A content error', () => {
  test('carries every problem, and says each in a line', () => {
    const problems = [aProblem(), aProblem({ line: 9, column: 1 })];

    const error = new ContentError(problems);

    expect(error.problems).toEqual(problems);
    expect(error.message).toBe(
      'content/site.md:2:7  error  value-empty  name is empty.\ncontent/site.md:9:1  error  value-empty  name is empty.',
    );
  });
});

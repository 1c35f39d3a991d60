import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { formatProblem, type Problem } from '@/lib/model/problem.ts';
import { problemPage } from '@/lib/preview/problem-page.ts';

const problem: Problem = {
  file: 'content/articles/<b>storm</b>/index.md',
  line: 2,
  column: 1,
  code: 'key-unknown',
  message: 'There is no key "</li><script>alert(1)</script>" here & now.',
};

describe('The page in the place of all others while the content has problems', () => {
  test('lists each problem in the words of every command, whatever stands in them', () => {
    const { document } = new JSDOM(problemPage([problem, { ...problem, line: 3 }], '1-2')).window;

    expect([...document.querySelectorAll('li')].map(({ textContent }) => textContent)).toEqual([
      formatProblem(problem),
      formatProblem({ ...problem, line: 3 }),
    ]);
    expect(document.querySelector('h1')?.textContent).toBe('2 problems in the content');
    expect(document.querySelectorAll('script')).toHaveLength(1);
  });
});

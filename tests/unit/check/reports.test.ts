import { describe, expect, test } from 'vitest';
import { codeFrame } from '@/lib/check/code-frame.ts';
import { githubReport, jsonReport, textReport } from '@/lib/check/reports.ts';
import type { Problem } from '@/lib/model/problem.ts';

function aProblem(overrides: Partial<Problem> = {}): Problem {
  return { file: 'content/site.md', line: 2, column: 7, code: 'value-empty', message: 'name is empty.', ...overrides };
}

describe('A report for people', () => {
  test('has a line for each problem, and counts them', () => {
    expect(textReport([aProblem(), aProblem({ line: 3 })], 'content')).toBe(
      'content/site.md:2:7  error  value-empty  name is empty.\n' +
        'content/site.md:3:7  error  value-empty  name is empty.\n\n' +
        '2 errors in content/',
    );
  });

  test('counts one as one, and says so where there is none', () => {
    expect(textReport([aProblem()], 'content/')).toMatch(/\n1 error in content\/$/);
    expect(textReport([], 'content')).toBe('No problems in content/');
  });

  test('shows each place on a terminal', () => {
    const style = { columns: 80, paint: (_part: string, text: string) => text };
    const frames = {
      frameOf: (problem: Problem) =>
        codeFrame(problem.file === 'content/site.md' ? ['---', 'name: ""'] : [], problem, style),
      paint: style.paint,
    };

    expect(textReport([aProblem(), aProblem({ file: 'gone.md' })], 'content', frames)).toBe(
      'content/site.md:2:7  error  value-empty  name is empty.\n  2 | name: ""\n    |       ^\n\n' +
        'gone.md:2:7  error  value-empty  name is empty.\n\n' +
        '2 errors in content/',
    );
  });

  test('does not carry out what the name of a file or a text would tell a terminal', () => {
    const problem = aProblem({ file: 'a\x1b[2Jb.md', message: '"a\nb" is no part.' });

    expect(textReport([problem], 'content').split('\n')[0]).toBe(
      'a\ufffd[2Jb.md:2:7  error  value-empty  "a\ufffdb" is no part.',
    );
  });
});

describe('A report for GitHub', () => {
  test('is an annotation for each problem', () => {
    expect(githubReport([aProblem()], 'content')).toBe(
      '::error file=content/site.md,line=2,col=7,title=value-empty::name is empty.\n1 error in content/',
    );
  });

  test('escapes what would end a value or a command', () => {
    const problem = aProblem({ file: 'a,b:c%.md', message: '100 %: "a,b"::c' });

    expect(githubReport([problem], 'content').split('\n')[0]).toBe(
      '::error file=a%2Cb%3Ac%25.md,line=2,col=7,title=value-empty::100 %25: "a,b"::c',
    );
  });
});

describe('A report for programs', () => {
  test('is JSON with every problem and the counts', () => {
    expect(JSON.parse(jsonReport([aProblem()]))).toEqual({
      errors: 1,
      warnings: 0,
      problems: [
        {
          file: 'content/site.md',
          line: 2,
          column: 7,
          severity: 'error',
          code: 'value-empty',
          message: 'name is empty.',
        },
      ],
    });
  });
});

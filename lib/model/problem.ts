import { type CheckCode, type Severity, severityOf } from './checks.ts';

/** A place in a file, as editors and compilers count: lines and columns begin at 1, columns in UTF-16 units. */
export type Place = { line: number; column: number };

/**
 * Something in the content that an editor has to fix or reconsider; the code says which.
 *
 * `file` is the path as the caller of the loader named it, `code` the name of the check that found it, and `message`
 * says what was found, what is expected and what to do next, in one line.
 */
export type Problem = Place & { file: string; code: CheckCode; message: string };

/** Receives each problem as it is found; loading goes on, so that one run reports them all. */
export type Report = (problem: Problem) => void;

/** Orders problems by file, then by place in the file. */
export function comparePlaces(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}

/** Whether an article cannot be published before this is fixed; a warning can wait. */
export function isError({ code }: Problem): boolean {
  return severityOf(code) === 'error';
}

/**
 * One line for a terminal or a log: `file:line:column error code message`, with `warning` for a warning.
 *
 * @param paint Colours the severity, if given.
 */
export function formatProblem(
  { file, line, column, code, message }: Problem,
  paint: (severity: Severity) => string = (severity) => severity,
): string {
  return `${visible(file)}:${line}:${column}  ${paint(severityOf(code))}  ${code}  ${visible(message)}`;
}

/** A text with its control characters escaped, since file names and content must not control a terminal. */
export function visible(text: string): string {
  return text.replace(/\p{Cc}/gu, '\ufffd');
}

/** Content that cannot be published; has every error that was found, and why they cannot be ignored. */
export class ContentError extends Error {
  readonly problems: readonly Problem[];
  readonly reason: string | undefined;

  constructor(problems: readonly Problem[], reason?: string) {
    const lines = problems.map((problem) => formatProblem(problem));
    super([...lines, ...(reason === undefined ? [] : [reason])].join('\n'));
    this.name = 'ContentError';
    this.problems = problems;
    this.reason = reason;
  }
}

/** A place in a file, as editors and compilers count: lines and columns begin at 1, columns in UTF-16 units. */
export type Place = { line: number; column: number };

/**
 * Something in the content that an editor has to put right.
 *
 * `file` is the path as the caller of the loader named it, `code` a stable name for the kind of problem, and `message`
 * says what was found, what is expected and what to do next, in one line.
 */
export type Problem = Place & { file: string; code: string; message: string };

/** Receives each problem as it is found; loading goes on, so that one run tells them all. */
export type Report = (problem: Problem) => void;

/** Orders problems by file, then by place in the file. */
export function comparePlaces(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}

/** One line for a terminal or a log: `file:line:column  error  code  message`. */
export function formatProblem({ file, line, column, code, message }: Problem): string {
  return `${file}:${line}:${column}  error  ${code}  ${message}`;
}

/** Content that cannot be published; carries every problem that was found. */
export class ContentError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'));
    this.name = 'ContentError';
    this.problems = problems;
  }
}

import { severityOf } from '../model/checks.ts';
import { formatProblem, isError, type Problem, visible } from '../model/problem.ts';
import type { FrameStyle } from './code-frame.ts';

/** What a terminal shows beside the lines: the place of a problem, and colours. */
export type Frames = { frameOf: (problem: Problem) => readonly string[]; paint: FrameStyle['paint'] };

/**
 * The text of a report: every problem in order, and how many there are.
 *
 * @param content The content folder, as problems name it.
 * @param frames Shows the place of each problem under its line, if given.
 */
export function textReport(problems: readonly Problem[], content: string, frames?: Frames): string {
  const entries = problems.map((problem) => {
    if (!frames) return formatProblem(problem);
    const line = formatProblem(problem, (severity) => frames.paint(severity, severity));
    return [line, ...frames.frameOf(problem), ''].join('\n');
  });
  return [...entries, ...(entries.length > 0 && !frames ? [''] : []), summary(problems, content)].join('\n');
}

/**
 * Problems as commands to GitHub's runner, which shows each beside its line. Values are escaped as its own toolkit does
 * (actions/toolkit, packages/core/src/command.ts).
 */
export function githubReport(problems: readonly Problem[], content: string): string {
  const data = (text: string) => visible(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  const commands = problems.map(({ file, line, column, code, message }) => {
    const place = `file=${property(file)},line=${line},col=${column},title=${property(code)}`;
    return `::${severityOf(code)} ${place}::${data(message)}`;
  });
  return [...commands, summary(problems, content)].join('\n');
}

/** Problems as JSON: `{ "errors": 1, "warnings": 0, "problems": [{ file, line, column, severity, code, message }] }`. */
export function jsonReport(problems: readonly Problem[]): string {
  const { errors, warnings } = countsOf(problems);
  const entries = problems.map(({ file, line, column, code, message }) => {
    return { file, line, column, severity: severityOf(code), code, message };
  });
  return JSON.stringify({ errors, warnings, problems: entries }, null, 2);
}

/** `2 errors and 1 warning in content/`. */
function summary(problems: readonly Problem[], content: string): string {
  const { errors, warnings } = countsOf(problems);
  const counted = (count: number, noun: string) =>
    count === 0 ? [] : [`${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`];
  const found = [...counted(errors, 'error'), ...counted(warnings, 'warning')].join(' and ');
  return `${found === '' ? 'No problems' : found} in ${content.replace(/[/\\]+$/, '')}/`;
}

function countsOf(problems: readonly Problem[]): { errors: number; warnings: number } {
  const errors = problems.filter(isError).length;
  return { errors, warnings: problems.length - errors };
}

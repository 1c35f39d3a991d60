import { existsSync, readFileSync } from 'node:fs';
import { styleText } from 'node:util';
import { helpersOfFirstCheck } from '../check/check-helpers.ts';
import type { FrameStyle } from '../check/code-frame.ts';
import { type Frames, githubReport, jsonReport, textReport } from '../check/reports.ts';
import type { FormerContent } from '../content/vanished.ts';
import { didYouMean } from '../model/did-you-mean.ts';
import { isError, type Problem } from '../model/problem.ts';
import { runCommand, UsageError } from './command-line.ts';

const help = `
Checks the whole content and reports every problem: errors, with which an article does not go out, and warnings.
docs/checks.md lists all checks with examples.

  --content <dir>   the content folder (content)
  --out <dir>       the folder of the finished site: what its last build has read is not read again (out)
  --since <ref>     also report what readers had at a commit, tag or branch of git and have no more: addresses,
                    articles, versions
  --format <format> text, github (annotations of a workflow) or json (text)
  --strict          let warnings count as errors
  --cache <dir>     where is kept what was found, so that unchanged files need not be read again
                    (node_modules/.cache/standfirst); may be deleted at any time
  -h, --help        this text

On a terminal each problem is shown with its place; NO_COLOR turns colours off.
Exit status: 0 no errors; 1 errors, with --strict also warnings; 2 the call is at fault.`;

const options = {
  content: { type: 'string', default: 'content' },
  out: { type: 'string', default: 'out' },
  since: { type: 'string' },
  format: { type: 'string', default: 'text' },
  strict: { type: 'boolean', default: false },
  cache: { type: 'string', default: 'node_modules/.cache/standfirst' },
  help: { type: 'boolean', short: 'h' },
} as const;

await runCommand({ name: 'npm run check', help, options }, async ({ content, out, since, format, strict, cache }) => {
  const report = await reportIn(format);
  const former = since === undefined ? undefined : await contentSince(content, since);
  // They start while this process loads what it needs.
  const helpers = existsSync(`${out}.press`) ? [] : helpersOfFirstCheck(content, cache);
  const { checkContent } = await import('../check/check-content.ts');
  const problems = await checkContent(content, { now: Date.now(), cache, out, say: console.error, former, helpers });
  console.log(report(problems, content));
  if (problems.some((problem) => strict || isError(problem))) process.exitCode = 1;
});

/** The content of the earlier revision, if there was any. */
async function contentSince(content: string, ref: string): Promise<FormerContent | undefined> {
  // A missing folder is reported when the content is loaded.
  if (!existsSync(content)) return undefined;
  const { contentAt, NoSuchStateError } = await import('../check/content-at.ts');
  try {
    const former = contentAt(content, ref);
    if (!former) console.error(`${content} did not exist at ${ref}: there is nothing to compare it with.`);
    return former;
  } catch (error) {
    throw error instanceof NoSuchStateError ? new UsageError(error.message) : error;
  }
}

async function reportIn(format: string): Promise<(problems: readonly Problem[], content: string) => string> {
  switch (format) {
    case 'text': {
      const frames = process.stdout.isTTY ? await framesInColor() : undefined;
      return (problems, content) => textReport(problems, content, frames);
    }
    case 'github':
      return githubReport;
    case 'json':
      return jsonReport;
    default:
      throw new UsageError(`There is no format "${format}". ${didYouMean(format, ['text', 'github', 'json'])}`);
  }
}

const colors = { error: 'red', warning: 'yellow', margin: 'dim' } as const;

/** Frames for the terminal of this process, in colour if it supports colours. The code that draws them is loaded only if needed. */
async function framesInColor(): Promise<Frames> {
  const { codeFrame } = await import('../check/code-frame.ts');
  const read = new Map<string, readonly string[]>();
  const style: FrameStyle = {
    columns: process.stdout.columns,
    paint: (part, text) => styleText(colors[part], text),
  };
  return {
    frameOf: (problem) => {
      const lines = read.get(problem.file) ?? linesOf(problem.file);
      read.set(problem.file, lines);
      return codeFrame(lines, problem, style);
    },
    paint: style.paint,
  };
}

/** The lines of a file; none if it cannot be read. */
function linesOf(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8')
      .replace(/^\ufeff/, '')
      .split(/\r\n|\r|\n/);
  } catch {
    return [];
  }
}

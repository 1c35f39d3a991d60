import { inspect, type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { AuthoringError } from '../authoring/authoring-error.ts';
import { withoutEndSlash } from '../content/files/source-file.ts';
import { didYouMean } from '../model/did-you-mean.ts';
import { ContentError, formatProblem } from '../model/problem.ts';
import { shellWord } from '../model/suggested-command.ts';
import { systemFault } from '../processes/system-fault.ts';
import { UnfinishedError, WorkError } from '../processes/work-error.ts';
import { LiveError } from '../serve/live-error.ts';
import { isBundleDue } from './command-bundles.mjs';

/** A call with faulty arguments: says what is wrong with them. */
export class UsageError extends Error {}

/** The exit statuses of every command. */
export const exit = { success: 0, siteAtFault: 1, callAtFault: 2, articleAtFault: 3 } as const;

/** A command of package.json: its arguments, and what `--help` says. */
export type Command<Options extends ParseArgsOptionsConfig> = {
  /** As users type it, such as `npm run build`. */
  name: string;
  /** What `--help` prints under the name. */
  help: string;
  options: Options;
  /** The names of the positional arguments, all of which are required; they may depend on the first ones. */
  positionals?: readonly string[] | ((given: readonly string[]) => readonly string[]);
};

type Values<Options extends ParseArgsOptionsConfig> = ReturnType<typeof parseArgs<{ options: Options }>>['values'];

/**
 * Runs a command with the arguments of this process, and sets its exit status: 0 on success, 1 if the content or the site
 * has errors, 2 if the arguments are wrong; `main` may set another. A user's mistake is reported in plain words, never with
 * a stack trace.
 */
export async function runCommand<Options extends ParseArgsOptionsConfig>(
  { name, help, options, positionals = [] }: Command<Options>,
  main: (values: Values<Options>, positionals: string[]) => Promise<void>,
): Promise<void> {
  if (process.argv.slice(2).some((argument) => argument === '--help' || argument === '-h')) {
    console.log(`${name}\n\n${help.trim()}`);
    return;
  }
  // Without a listener, a closed pipe or a full disk would end the command half-way.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  try {
    const { values, given } = readArguments(options, positionals);
    await main(values, given);
    await bundleForNextTime();
  } catch (error) {
    process.exitCode = tell(error, name);
  }
}

/** Makes the bundles of commands if code has changed. A workflow on a fresh clone would never use them. */
async function bundleForNextTime(): Promise<void> {
  const [, script = ''] = process.argv;
  const isKept = process.execArgv.some((argument) => argument.endsWith('keep-compiled.mjs'));
  if (!isKept || process.env['CI'] || !isBundleDue(script)) return;
  const { bundleCommands } = await import('./bundle-commands.ts');
  // If nothing can be written, commands are loaded file by file.
  await bundleCommands().catch(() => {});
}

function readArguments<Options extends ParseArgsOptionsConfig>(
  options: Options,
  wanted: NonNullable<Command<Options>['positionals']>,
): { values: Values<Options>; given: string[] } {
  let parsed: { values: unknown; positionals: string[] };
  try {
    parsed = parseArgs({ options, strict: true, allowPositionals: wanted.length > 0 });
  } catch (error) {
    throw new UsageError(faultOf(error, Object.keys(options)));
  }
  const { positionals } = parsed;
  const names = typeof wanted === 'function' ? wanted(positionals) : wanted;
  const missing = names[positionals.length];
  if (missing !== undefined) throw new UsageError(`The ${missing} is missing.`);
  const extra = positionals[names.length];
  if (extra !== undefined)
    throw new UsageError(`"${extra}" was not expected. Put quotation marks around text of several words.`);
  return { values: withPlainFolders(parsed.values as Values<Options>), given: positionals };
}

/** The options, without the trailing slashes that shells add to names of folders. */
function withPlainFolders<Values extends object>(values: Values): Values {
  const isFolder = (name: string) => name === 'content' || name === 'out';
  const plain = Object.entries(values).flatMap(([name, value]) =>
    isFolder(name) && typeof value === 'string' ? [[name, withoutEndSlash(value)]] : [],
  );
  return { ...values, ...Object.fromEntries(plain) };
}

/** What Node found wrong with the arguments, without its advice, which does not fit the commands of this project. */
function faultOf(error: unknown, options: readonly string[]): string {
  const words = error instanceof Error ? error.message : String(error);
  const unknown = /^Unknown option '(.+?)'/.exec(words)?.[1];
  const names = options.map((name) => `--${name}`);
  if (unknown !== undefined) return `There is no option "${unknown}". ${didYouMean(unknown, names)}`;
  const [sentence = words] = words.split(/\.\s/);
  return `${sentence.replace(/\.$/, '')}.`;
}

/** Reports on standard error why a command failed; returns the exit status. */
export function tell(error: unknown, name: string): number {
  if (error instanceof UnfinishedError) return tellUnfinished(error.cause, name);
  if (error instanceof ContentError) {
    const count = error.problems.length;
    for (const problem of error.problems) console.error(formatProblem(problem));
    if (error.reason !== undefined) console.error(`\n${error.reason}`);
    console.error(`\n${count} ${count === 1 ? 'problem' : 'problems'} in the content. The site was not changed.`);
    return exit.siteAtFault;
  }
  if (error instanceof UsageError) {
    console.error(`${error.message}\nSee: ${name} -- --help`);
    return exit.callAtFault;
  }
  if (error instanceof AuthoringError) {
    console.error(`${error.message}\nNothing was written.`);
    return exit.siteAtFault;
  }
  if (error instanceof WorkError) {
    console.error(`${error.message}\nThe site was not changed.`);
    return exit.siteAtFault;
  }
  if (error instanceof LiveError) {
    console.error(error.message);
    return exit.siteAtFault;
  }
  console.error(systemFault(error) ?? asBug(error));
  return exit.siteAtFault;
}

/** Reports why a build stopped after it had begun to change the site. */
function tellUnfinished(cause: unknown, name: string): number {
  if (cause instanceof ContentError) for (const problem of cause.problems) console.error(formatProblem(problem));
  else if (cause instanceof WorkError) console.error(cause.message);
  else console.error(systemFault(cause) ?? asBug(cause));
  console.error(`The site is only partly updated. Complete it: ${name}${argumentsGiven()}`);
  return exit.siteAtFault;
}

/** The arguments of this process, quoted for a shell. */
function argumentsGiven(): string {
  const words = process.argv.slice(2).map(shellWord);
  return words.length === 0 ? '' : ` -- ${words.join(' ')}`;
}

/** An unexpected error, with everything that helps to find its cause. */
function asBug(error: unknown): string {
  return `This is a bug in Standfirst. Please report it with these lines:\n${inspect(error)}`;
}

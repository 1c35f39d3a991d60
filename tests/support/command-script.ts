import { join } from 'node:path';

const commands = join(import.meta.dirname, '../../lib/commands');

/** The arguments of Node that start a command of `lib/commands/` as the scripts of package.json do, from any folder. */
export function commandScript(name: string): string[] {
  return ['--import', join(commands, 'keep-compiled.mjs'), join(commands, `${name}.ts`)];
}

/** The same as a line of a shell, for the scripts of another package.json. */
export function commandLine(name: string): string {
  return [process.execPath, ...commandScript(name)].map((word) => `"${word}"`).join(' ');
}

import { bundleCommands } from '../../lib/commands/bundle-commands.ts';
import { isBundleDue } from '../../lib/commands/command-bundles.mjs';

/** Has the commands that tests start load from bundles, as those of an editor do. Vitest calls it before the first test. */
export async function setup(): Promise<void> {
  if (isBundleDue('lib/commands/check.ts')) await bundleCommands();
}

import { shellWord } from './shell-word.ts';

/**
 * The command that records or changes the versions of an article, as an editor can paste it into a shell.
 *
 * @param content The content folder, as it was named.
 * @param options What follows the slug, such as `--undo`.
 */
export function revision(content: string, slug: string, options: string): string {
  return `npm run revise -- ${slug}${option('content', content)} ${options}`;
}

/**
 * The command that writes the versions that are due.
 *
 * @param out The folder of the finished site, as it was named.
 */
export function dueRevision(content: string, out: string): string {
  return `npm run revise -- --due${option('content', content)}${option('out', out)}`;
}

/** A folder as an option; nothing if it is the one without the option. */
function option(name: string, folder: string): string {
  return folder === name ? '' : ` --${name} ${shellWord(folder)}`;
}

import { shellWord } from './shell-word.ts';

/**
 * The command that records or changes the versions of an article, as an editor can paste it into a shell.
 *
 * @param content The content folder, as it was named.
 * @param options What follows the slug, such as `--undo`.
 */
export function revision(content: string, slug: string, options: string): string {
  const folder = content === 'content' ? '' : ` --content ${shellWord(content)}`;
  return `npm run revise -- ${slug}${folder} ${options}`;
}

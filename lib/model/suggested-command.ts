/** The folders that were given to a command. */
type Folders = { content?: string; out?: string };

const defaults = { content: 'content', out: 'out' } as const;

/**
 * A command of package.json for an editor to paste: it names folders unless they are the default ones.
 *
 * @param words The arguments, already quoted for the shell.
 */
export function suggestedCommand(name: string, words: readonly string[], folders: Folders): string {
  const given = (['content', 'out'] as const).flatMap((option) => {
    const folder = folders[option];
    return folder === undefined || folder === defaults[option] ? [] : [`--${option}`, shellWord(folder)];
  });
  const all = [...words, ...given];
  return all.length === 0 ? `npm run ${name}` : `npm run ${name} -- ${all.join(' ')}`;
}

/** A text as one word of a shell, in quotes if necessary; in double quotes if possible, since Windows has no others. */
export function shellWord(text: string): string {
  if (/^[\p{L}\p{N}_@%+=:,./-]+$/u.test(text)) return text;
  return /["$`\\!]/.test(text) ? `'${text.replaceAll("'", "'\\''")}'` : `"${text}"`;
}

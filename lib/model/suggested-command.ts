/** The folders with which a command was called. */
type Folders = { content?: string; out?: string };

const defaults = { content: 'content', out: 'out' } as const;

/**
 * A command of package.json for an editor to paste: the folders are given if they are not those that it takes by itself.
 *
 * @param words What follows the name, each as the shell takes it.
 */
export function suggestedCommand(name: string, words: readonly string[], folders: Folders): string {
  const given = (['content', 'out'] as const).flatMap((option) => {
    const folder = folders[option];
    return folder === undefined || folder === defaults[option] ? [] : [`--${option}`, shellWord(folder)];
  });
  const all = [...words, ...given];
  return all.length === 0 ? `npm run ${name}` : `npm run ${name} -- ${all.join(' ')}`;
}

/** A text as one word of a shell, in quotes if it needs them; double ones if they do, since Windows knows no others. */
export function shellWord(text: string): string {
  if (/^[\p{L}\p{N}_@%+=:,./-]+$/u.test(text)) return text;
  return /["$`\\!]/.test(text) ? `'${text.replaceAll("'", "'\\''")}'` : `"${text}"`;
}

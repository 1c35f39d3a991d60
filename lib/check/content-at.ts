import { type ContentFiles, isSeen } from '../content/seen-content.ts';
import type { FormerContent } from '../content/vanished.ts';
import { shellWord } from '../model/suggested-command.ts';
import { git } from '../processes/git.ts';

/** A revision of the content that git cannot show: says why, and what to do. */
export class NoSuchStateError extends Error {}

/**
 * The content folder at a commit, a tag or a branch in git; `undefined` if there was no such folder. Nothing is
 * checked out.
 *
 * @param dir The content folder, which must exist.
 * @throws NoSuchStateError if the folder is not in a repository, or git does not know the revision.
 */
export function contentAt(dir: string, ref: string): FormerContent | undefined {
  const inRepository = ask(dir, ['rev-parse', '--show-prefix']);
  if (inRepository.status !== 0) {
    throw new NoSuchStateError(
      /not a git repository/i.test(inRepository.fault)
        ? `${dir} is not in a git repository, so its past is unknown. Leave out --since.`
        : `git cannot read the history of ${dir}: ${inRepository.fault}`,
    );
  }
  const prefix = inRepository.output.toString().replace(/\n$/, '');
  const named = ask(dir, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
  if (named.status !== 0) {
    throw new NoSuchStateError(
      `git knows no commit, tag or branch "${ref}". Write one that git log shows. In a workflow, fetch the whole history first (fetch-depth: 0).`,
    );
  }
  const commit = named.output.toString().trim();
  const entries = treeEntries(
    ask(dir, ['ls-tree', '-r', '-z', '--full-tree', commit, ...(prefix ? ['--', prefix] : [])]).output,
  );
  const objects = new Map(
    entries.flatMap(({ path, object }): [string, string][] => {
      const inside = path.startsWith(prefix) ? path.slice(prefix.length) : '';
      return isSeen(inside) ? [[inside, object]] : [];
    }),
  );
  if (!entries.some(({ path }) => path.startsWith(prefix))) return undefined;
  const texts = blobs(dir, [...new Set(objects.values())]);
  const files: ContentFiles = {
    paths: [...objects.keys()],
    read: (path) => texts.get(objects.get(path) ?? ''),
  };
  return { files, show: (path) => `git show ${shellWord(`${ref}:${prefix}${path}`)}` };
}

/** The regular files in what `git ls-tree -z` writes: mode, type, object, tab, path, zero byte. */
function treeEntries(output: Buffer): { path: string; object: string }[] {
  return output
    .toString()
    .split('\0')
    .flatMap((line) => {
      const [, object, path] = /^100\d{3} blob ([0-9a-f]+)\t([\s\S]+)$/.exec(line) ?? [];
      return object === undefined || path === undefined ? [] : { path, object };
    });
}

/** The texts of objects by name, as `git cat-file --batch` writes them: a line with the size, the bytes, a line end. */
function blobs(dir: string, objects: readonly string[]): Map<string, string> {
  const { output } = ask(dir, ['cat-file', '--batch'], objects.map((object) => `${object}\n`).join(''));
  const texts = new Map<string, string>();
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf(0x0a, at);
    const [object = '', , size] = output.subarray(at, end).toString().split(' ');
    const length = Number(size ?? 0);
    texts.set(
      object,
      output
        .subarray(end + 1, end + 1 + length)
        .toString()
        .replace(/^\ufeff/, ''),
    );
    at = end + 1 + (size === undefined ? 0 : length + 1);
  }
  return texts;
}

/** The output of git. */
function ask(dir: string, args: readonly string[], input?: string): Exclude<ReturnType<typeof git>, undefined> {
  const answer = git(dir, args, input);
  if (answer) return answer;
  throw new NoSuchStateError('git is not installed, and --since needs it. Install git.');
}

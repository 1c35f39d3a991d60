import { git } from '../processes/git.ts';

/** A git commit, with the name that the editor used for it. */
export type Commit = { name: string; id: string };

/** The commit that a name refers to in the repository of a folder; `undefined` if there is none, or git is not installed. */
export function commitNamed(folder: string, name: string): Commit | undefined {
  const id = answerOf(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`])?.trim();
  return id ? { name, id } : undefined;
}

/** The commit up to which the branch of a folder has been pushed; `undefined` if it has no upstream branch. */
export function upstreamOf(folder: string): Commit | undefined {
  const name = answerOf(folder, ['rev-parse', '--abbrev-ref', '@{upstream}'])?.trim();
  return name ? commitNamed(folder, name) : undefined;
}

/** The text of a file at a commit; `undefined` if the file did not exist then. */
export function fileAt({ id }: Commit, folder: string, name: string): string | undefined {
  return answerOf(folder, ['show', `${id}:./${name}`]);
}

/** Both texts of a file that two branches added or changed, during a merge; `undefined` if there is no such conflict. */
export function bothSides(folder: string, name: string): { ours: string; theirs: string } | undefined {
  const [ours, theirs] = [answerOf(folder, ['show', `:2:./${name}`]), answerOf(folder, ['show', `:3:./${name}`])];
  return ours === undefined || theirs === undefined ? undefined : { ours, theirs };
}

/** The files in a folder of which two branches have different texts, during a merge, relative to the folder. */
export function conflictedFiles(folder: string): string[] {
  const listed = answerOf(folder, ['ls-files', '--unmerged', '-z', '.']) ?? '';
  return [...new Set(listed.split('\0').flatMap((line) => /\t(.+)$/s.exec(line)?.[1] ?? []))];
}

/** The output of git; `undefined` if it fails or is not installed. */
function answerOf(folder: string, command: readonly string[]): string | undefined {
  const answer = git(folder, command);
  return answer?.status === 0 ? answer.output.toString() : undefined;
}

import { git } from '../processes/git.ts';

/** A commit of git by the name that an editor knows it by. */
export type Commit = { name: string; id: string };

/** The commit that a name stands for in the repository of a folder; `undefined` if git knows none, or is not there. */
export function commitNamed(folder: string, name: string): Commit | undefined {
  const id = answerOf(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`])?.trim();
  return id ? { name, id } : undefined;
}

/** The commit up to which the branch of a folder has been pushed; `undefined` if it has no upstream branch. */
export function upstreamOf(folder: string): Commit | undefined {
  const name = answerOf(folder, ['rev-parse', '--abbrev-ref', '@{upstream}'])?.trim();
  return name ? commitNamed(folder, name) : undefined;
}

/** The text of a file at a commit; `undefined` if it was not there. */
export function fileAt({ id }: Commit, folder: string, name: string): string | undefined {
  return answerOf(folder, ['show', `${id}:./${name}`]);
}

/** Both texts of a file that two branches have added or changed in a merge that is under way; `undefined` if none did. */
export function bothSides(folder: string, name: string): { ours: string; theirs: string } | undefined {
  const [ours, theirs] = [answerOf(folder, ['show', `:2:./${name}`]), answerOf(folder, ['show', `:3:./${name}`])];
  return ours === undefined || theirs === undefined ? undefined : { ours, theirs };
}

/** What git answers; `undefined` if it fails or is not installed. */
function answerOf(folder: string, command: readonly string[]): string | undefined {
  const answer = git(folder, command);
  return answer?.status === 0 ? answer.output.toString() : undefined;
}

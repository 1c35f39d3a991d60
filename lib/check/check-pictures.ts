import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import type { PictureUse } from '../model/model.ts';
import type { Problem } from '../model/problem.ts';
import type { Findings } from '../press/cache/findings.ts';
import { taskQueue } from '../processes/task-queue.ts';

/** The cache key of a picture. */
export function pictureKey({ digest }: Pick<PictureUse, 'digest'>): string {
  return `pictures/${digest}`;
}

/**
 * Decodes pictures completely, as a build does, and reports broken ones where they are first shown. Results are cached.
 *
 * @param code Identifies the code that decodes.
 */
export async function checkPictures(uses: readonly PictureUse[], findings: Findings, code: string): Promise<Problem[]> {
  const problems: Problem[] = [];
  const queue = taskQueue(availableParallelism());
  for (const use of new Map(uses.map((one) => [one.digest, one])).values()) {
    const known = findings.get(pictureKey(use), code);
    if (known === 'whole') continue;
    await queue.add(async () => {
      const problem = await problemOf(use);
      if (problem) problems.push(problem);
      else findings.put(pictureKey(use), code, 'whole');
    });
  }
  await queue.done();
  return problems;
}

/** The problem of a picture; none if it changed in the meantime, in which case the next check looks again. */
async function problemOf(use: PictureUse): Promise<Problem | undefined> {
  // sharp takes a while to load, and most checks decode nothing.
  const { brokenPicture, tryPicture } = await import('../pictures/broken-picture.ts');
  const bytes = await readFile(use.source).catch(() => undefined);
  if (!bytes || createHash('sha256').update(bytes).digest('hex') !== use.digest) return undefined;
  try {
    await tryPicture(bytes, use.image);
    return undefined;
  } catch (error) {
    return brokenPicture(use, error);
  }
}

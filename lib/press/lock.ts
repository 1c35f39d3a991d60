import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';

/**
 * Does a piece of work while no other process holds the same lock; waits where one does.
 *
 * SQLite holds the lock, so that the end of a process, however it comes, ends it.
 *
 * @param file Names the lock; nothing is ever written to it.
 * @param waiting Is called once where the lock is held by another.
 */
export async function alone<Result>(file: string, waiting: () => void, work: () => Promise<Result>): Promise<Result> {
  mkdirSync(dirname(file), { recursive: true });
  const lock = new DatabaseSync(file);
  try {
    for (let told = false; !tryLock(lock); told = true) {
      if (!told) waiting();
      await setTimeout(100);
    }
    return await work();
  } finally {
    lock.close();
  }
}

function tryLock(lock: DatabaseSync): boolean {
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if (error instanceof Error && /locked|busy/i.test(error.message)) return false;
    throw error;
  }
}

import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { makeFolder } from './make-folder.ts';

/**
 * Runs work while no other process holds the same lock; waits if one does.
 *
 * @param file Names the lock.
 * @param waiting Is called once if the lock is held by another.
 */
export async function alone<Result>(file: string, waiting: () => void, work: () => Promise<Result>): Promise<Result> {
  const release = await hold(file, waiting);
  try {
    return await work();
  } finally {
    release();
  }
}

/** Locks that this process holds: an unreferenced database would be closed. */
const held = new Set<DatabaseSync>();

/**
 * Takes a lock, once no other process has it.
 *
 * SQLite holds the lock, so it is released when the process ends, for whatever reason.
 *
 * @param file Names the lock; nothing is ever written to it.
 * @param waiting Is called once if the lock is held by another.
 * @returns A function that releases it.
 */
export async function hold(file: string, waiting: () => void): Promise<() => void> {
  makeFolder(dirname(file));
  const lock = new DatabaseSync(file);
  held.add(lock);
  const release = () => {
    held.delete(lock);
    lock.close();
  };
  try {
    for (let told = false; !tryLock(lock); told = true) {
      if (!told) waiting();
      await setTimeout(100);
    }
    return release;
  } catch (error) {
    release();
    throw error;
  }
}

/**
 * Takes a lock, if no other process has it.
 *
 * @param file Names the lock; nothing is ever written to it.
 * @returns A function that releases it; `undefined` if another has it.
 */
export function holdIfFree(file: string): (() => void) | undefined {
  const lock = new DatabaseSync(file);
  if (!tryLock(lock)) {
    lock.close();
    return undefined;
  }
  held.add(lock);
  return () => {
    held.delete(lock);
    lock.close();
  };
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

import type { DatabaseSync } from 'node:sqlite';

/**
 * Makes what is written to a database in between one step, which is also the quickest: all of it is there afterwards, or
 * none if the work throws.
 */
export function inOneStep<Result>(db: DatabaseSync, work: () => Result): Result {
  db.exec('BEGIN');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    // After some faults, such as a full disk, SQLite has done this already.
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

import type { DatabaseSync } from 'node:sqlite';

/** Runs work in one transaction of a database, which is also the quickest way: all of its writes are applied, or none if it throws. */
export function inOneStep<Result>(db: DatabaseSync, work: () => Result): Result {
  db.exec('BEGIN');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    // After some errors, such as a full disk, SQLite has already rolled back.
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

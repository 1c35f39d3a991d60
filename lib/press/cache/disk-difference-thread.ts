/** A thread that compares a site with its manifest; the build reads the content meanwhile. */
import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { buildCacheFile } from './build-cache.ts';
import { diskDifference } from './disk-difference.ts';

/** What the thread needs to know. */
export type ThreadSettings = { out: string };

const { out }: ThreadSettings = workerData;
const db = new DatabaseSync(buildCacheFile(out), { readOnly: true });
const difference = diskDifference(db, out);
db.close();
parentPort?.postMessage(difference);

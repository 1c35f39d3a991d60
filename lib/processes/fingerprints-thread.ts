/** A thread that takes the fingerprint of each folder in a folder. */
import { readdirSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { fingerprintOf } from './fingerprint.ts';

/** The folder whose folders are meant. */
export type FingerprintsSettings = { dir: string };

const { dir }: FingerprintsSettings = workerData;
const prints = new Map<string, string>();
for (const entry of readdirSync(dir, { withFileTypes: true })) {
  if (entry.isDirectory()) prints.set(entry.name, fingerprintOf(`${dir}/${entry.name}`));
}
parentPort?.postMessage(prints);

import { readdirSync } from 'node:fs';

/** How many entries a folder has; 0 if it cannot be read. */
export function countEntries(dir: string): number {
  try {
    return readdirSync(dir).length;
  } catch {
    return 0;
  }
}

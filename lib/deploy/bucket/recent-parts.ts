import type { Part, PartOf } from './manifest-tree.ts';

/**
 * Keeps the parts of a manifest that were used last in memory, at most this many. Requests for one part at the same time share
 * one read.
 */
export function recentParts<Value>(partOf: PartOf<Value>, most: number): PartOf<Value> {
  const kept = new Map<string, Promise<Part<Value>>>();
  return (digest) => {
    const part = kept.get(digest) ?? partOf(digest);
    kept.delete(digest);
    kept.set(digest, part);
    part.catch(() => kept.get(digest) === part && kept.delete(digest));
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break;
      kept.delete(oldest);
    }
    return part;
  };
}

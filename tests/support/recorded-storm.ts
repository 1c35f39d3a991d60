import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepareVersion, type Revision } from '@/lib/authoring/revise.ts';

/** Records a version of the article `storm` of a content folder at an instant; returns what was written. */
export function record(content: string, revision: Omit<Revision, 'slug'>, now: number): string {
  return prepareVersion(content, { slug: 'storm', ...revision }, now).write();
}

/** Replaces a passage that a content file must have. */
export function change(content: string, path: string, from: string, to: string): void {
  const file = join(content, path);
  const text = readFileSync(file, 'utf8');
  if (!text.includes(from)) throw new Error(`no ${from}`);
  writeFileSync(file, text.replace(from, to));
}

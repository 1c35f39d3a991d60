import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

/** The files of a site and their contents: for a picture or a part of the search its digest, for a compressed sibling its decoded text. */
export function siteContent(out: string): Record<string, string> {
  const files = globSync('**', { cwd: out }).filter((path) => statSync(join(out, path)).isFile());
  return Object.fromEntries(files.sort().map((path) => [path, decoded(join(out, path))]));
}

function decoded(file: string): string {
  const bytes = readFileSync(file);
  if (/\.(avif|jpg|png|ico|pagefind|pf_\w+)$/.test(file)) return createHash('sha256').update(bytes).digest('hex');
  if (file.endsWith('.br')) return brotliDecompressSync(bytes).toString('utf8');
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

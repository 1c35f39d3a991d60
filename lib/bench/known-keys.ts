import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { z } from 'zod';

/** The kinds of files of a corpus, as the files of `docs/schema/` are named. */
type Kind = 'site' | 'article' | 'section' | 'glossary';

/** Removes keys from a file's front matter that some version of the code does not know. */
export type OnlyKnown = (kind: Kind, text: string) => string;

const schemaFile = z.looseObject({ properties: z.record(z.string(), z.unknown()) });

/**
 * Finds the keys that several versions of the code know, from the schemas that each publishes.
 *
 * @param roots The folders of those versions; one without schemas is assumed to know every key.
 */
export function onlyKnownTo(roots: readonly string[]): OnlyKnown {
  return (kind, text) => {
    const known = roots.flatMap((root) => keysOf(join(root, 'docs/schema', `${kind}.json`)) ?? []);
    const [, frontMatter, body] = /^---\n(.*?\n)---\n(.*)$/s.exec(text) ?? [];
    if (frontMatter === undefined || known.length === 0) return text;
    const document = parseDocument(frontMatter);
    const unknown = Object.keys(document.toJS()).filter((key) => !known.every((keys) => keys.has(key)));
    for (const key of unknown) document.delete(key);
    return unknown.length === 0 ? text : `---\n${document}---\n${body}`;
  };
}

function keysOf(file: string): ReadonlySet<string> | undefined {
  if (!existsSync(file)) return undefined;
  return new Set(Object.keys(schemaFile.parse(JSON.parse(readFileSync(file, 'utf8'))).properties));
}

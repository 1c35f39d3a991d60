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
 * Finds the keys that several versions of the code know, from the schemas that each publishes, and the checks that `checks`
 * may turn off, from its list of checks.
 *
 * @param roots The folders of those versions; one without schemas is assumed to know every key, and one without a list every check.
 */
export function onlyKnownTo(roots: readonly string[]): OnlyKnown {
  return (kind, text) => {
    const known = roots.flatMap((root) => keysOf(join(root, 'docs/schema', `${kind}.json`)) ?? []);
    const [, frontMatter, body] = /^---\n(.*?\n)---\n(.*)$/s.exec(text) ?? [];
    if (frontMatter === undefined) return text;
    const document = parseDocument(frontMatter);
    const unknown = Object.keys(document.toJS()).filter((key) => !known.every((keys) => keys.has(key)));
    for (const key of unknown) document.delete(key);
    const lists = roots.flatMap((root) => checksOf(root) ?? []);
    const checks = kind === 'site' ? Object.keys(document.toJS().checks ?? {}) : [];
    const unknownChecks = checks.filter((check) => !lists.every((list) => list.includes(`\n### ${check}\n`)));
    for (const check of unknownChecks) document.deleteIn(['checks', check]);
    return unknown.length + unknownChecks.length === 0 ? text : `---\n${document}---\n${body}`;
  };
}

function checksOf(root: string): string | undefined {
  const file = join(root, 'docs/checks.md');
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function keysOf(file: string): ReadonlySet<string> | undefined {
  if (!existsSync(file)) return undefined;
  return new Set(Object.keys(schemaFile.parse(JSON.parse(readFileSync(file, 'utf8'))).properties));
}

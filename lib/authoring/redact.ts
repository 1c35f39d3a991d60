import { join } from 'node:path';
import type { Version } from '../model/model.ts';
import type { Instant } from '../model/moment.ts';
import type { Part } from '../model/recorded-part.ts';
import { plainWords } from '../versions/plain-words.ts';
import { isFact } from '../versions/recorded-facts.ts';
import { wordsDigest } from '../versions/words-digest.ts';
import { AuthoringError } from './authoring-error.ts';
import { readArticle } from './load-article.ts';
import { formatVersion, replaceVersions, versionName } from './version-file.ts';

/** The passage to remove, the reason, and the `notice` that replaces it. */
export type Redaction = { slug: string; lang?: string | undefined; passage: string; reason: string; notice: string };

/**
 * Removes a passage from every version of an article, for legal or safety reasons, and leaves a notice in its place.
 *
 * The passage is found as readers saw it, whatever its white space. If links or emphasis are inside it, its whole
 * paragraph is removed.
 *
 * @returns The numbers of the versions that were changed.
 * @throws AuthoringError if the current text still has the passage, or no version has it.
 */
export function redact(
  content: string,
  { slug, lang: wanted, passage, reason, notice }: Redaction,
  now: Instant,
): number[] {
  const { text, written, site, lang } = readArticle(content, slug, wanted);
  const pattern = patternOf(passage);
  if (text.some(({ markdown }) => holdsPassage(markdown, pattern))) {
    throw new AuthoringError(
      `The passage is still in the files of ${slug}. Remove it there first, then from the record.`,
    );
  }
  const changed = written.flatMap((version) => {
    const redacted = redactVersion(version, pattern, notice);
    if (JSON.stringify(redacted) === JSON.stringify(version)) return [];
    const replaces = wordsDigest(version.parts);
    return { ...redacted, redactions: [...redacted.redactions, { instant: now, reason, replaces }] };
  });
  if (changed.length === 0)
    throw new AuthoringError(`No version of ${slug} has this passage. Quote it as readers saw it.`);
  const all = linked(written.map((version) => changed.find(({ number }) => number === version.number) ?? version));
  replaceVersions(
    join(content, 'articles', slug),
    new Map(
      all
        .filter((version, index) => JSON.stringify(version) !== JSON.stringify(written[index]))
        .map((version) => [versionName(version.number, lang), formatVersion(version, site)]),
    ),
  );
  return changed.map(({ number }) => number);
}

/** Versions that each name the digest of the one before, starting at the first that did. */
function linked(versions: readonly Version[]): Version[] {
  return versions.map((version, index) => {
    const before = versions[index - 1];
    return version.previous === undefined || !before ? version : { ...version, previous: wordsDigest(before.parts) };
  });
}

function redactVersion(version: Version, pattern: RegExp, notice: string): Version {
  const cut = (words: string) => words.replace(pattern, notice);
  return {
    ...version,
    note: cut(version.note),
    passages: version.passages.map((passage) => ({ ...passage, was: cut(passage.was), is: cut(passage.is) })),
    parts: version.parts.map((part) => redactPart(part, pattern, notice)),
  };
}

function redactPart({ name, markdown }: Part, pattern: RegExp, notice: string): Part {
  const escaped = notice.replaceAll('[', '\\[').replaceAll(']', '\\]');
  if (isFact(name)) {
    // The id of an entry may itself be the name to remove.
    const lines = markdown.split('\n').map((line) => (holdsPassage(line, pattern) ? `- ${escaped}` : line));
    return { name, markdown: lines.join('\n') };
  }
  const cut = markdown.replace(pattern, escaped);
  if (!holdsPassage(cut, pattern)) return { name, markdown: cut };
  const paragraphs = cut.split('\n\n').map((paragraph) => (holdsPassage(paragraph, pattern) ? escaped : paragraph));
  return { name, markdown: paragraphs.join('\n\n') };
}

function holdsPassage(markdown: string, pattern: RegExp): boolean {
  return pattern.test(markdown) || pattern.test(plainWords(markdown));
}

function patternOf(passage: string): RegExp {
  const words = passage.trim().split(/\s+/).map(RegExp.escape);
  return new RegExp(words.join('\\s+'), 'u');
}

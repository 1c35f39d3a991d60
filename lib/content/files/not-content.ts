import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../model/problem.ts';
import { isIgnored } from '../../processes/ignored-files.ts';

/** An entry of a content folder in a place where no content is expected. */
type Entry = { name: string; isFolder: boolean };

/** File extensions that people and programs use for Markdown. */
const markdown = /\.(md|markdown|mdown|mkdn?|mdx)$/i;

/** Whether a file may have words for readers, by its name. */
export function isTextFile(name: string): boolean {
  return /\.(txt|text)$/i.test(name) || markdown.test(name);
}

/** A plain text file named like a section, a lead or an entry: most likely it has words for readers. */
const meant = /^(index|\d+-[a-z0-9-]+)\.(txt|text)$/i;

/** What programs add to the name of a file when they copy it, or find it changed in two places. */
const copied =
  /^(.+?)(?: \(\d+\)|(?: -)? copy(?: \(?\d+\)?)?| \([^)]*conflicted copy[^)]*\)|\.sync-conflict-\d+-\d+-\w+)(\.\w+)$/i;

/**
 * Reports an entry of a content folder that is no content. It is an error if words for readers would be lost, and
 * otherwise a warning. Folders without files are ignored, since git leaves those behind.
 *
 * @param dir The folder that contains it.
 * @param advice What is wrong with a text, or with a folder of texts, and what to do.
 * @param isText Whether any plain text here is likely to be for readers.
 */
export function reportNotContent(
  dir: string,
  { name, isFolder }: Entry,
  advice: string,
  report: Report,
  isText = false,
): void {
  const at = { file: join(dir, name), line: 1, column: 1 };
  if (isFolder ? hasFile(at.file, (file) => markdown.test(file)) : markdown.test(name)) {
    report({ ...at, code: 'file-name', message: (isFolder ? undefined : adviceOnCopy(name)) ?? advice });
  } else if (!isFolder && (meant.test(name) || (isText && isTextFile(name)))) {
    const stem = name.replace(/(\.(md|txt|text))+$/i, '');
    const message = `"${name}" is ignored: texts are in files that end with .md. Name it ${stem}.md if readers are to see it. If not, remove it.`;
    report({ ...at, code: 'file-name', message });
  } else if (!isFolder || hasFile(at.file, () => true)) {
    const what = isFolder ? 'This folder' : `"${name}"`;
    const message = `${what} is not content, and is ignored. Move it out of the content folder.`;
    report({ ...at, code: 'file-passed-over', message });
  }
}

/** Whether a folder has a matching file at any depth, ignoring those that programs leave behind. */
export function hasFile(dir: string, isWanted: (name: string) => boolean): boolean {
  let entries: ReturnType<typeof entriesOf>;
  try {
    entries = entriesOf(dir);
  } catch {
    // An unreadable folder is reported elsewhere; it may not be empty.
    return true;
  }
  return entries.some((entry) =>
    isIgnored(entry.name, entry.isDirectory())
      ? false
      : entry.isDirectory()
        ? hasFile(join(dir, entry.name), isWanted)
        : isWanted(entry.name),
  );
}

function entriesOf(dir: string) {
  return readdirSync(dir, { withFileTypes: true });
}

/** What to do about a file whose name is that of a copy, such as `1-pier (1).md`; `undefined` for any other name. */
function adviceOnCopy(name: string): string | undefined {
  const [, stem, ending] = copied.exec(name) ?? [];
  if (stem === undefined || ending === undefined) return undefined;
  return `"${name}" looks like a copy of ${stem}${ending}. Copy what is new from it, then delete it.`;
}

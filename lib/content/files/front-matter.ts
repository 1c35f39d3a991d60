import matter from 'gray-matter';
import { isMap, isNode } from 'yaml';
import type { CheckCode } from '../../model/checks.ts';
import type { Place, Report } from '../../model/problem.ts';
import { excessOfFrontMatter } from './front-matter-bounds.ts';
import { conflictsIn } from './merge-conflicts.ts';
import { type ReadYaml, readYaml } from './read-yaml.ts';
import type { SourceFile } from './source-file.ts';

/** A key's path inside front matter, such as `['keyPoints', 0, 'section']`; the empty path is the whole. */
export type KeyPath = readonly PropertyKey[];

/** What a Markdown file holds before and after the closing fence. */
export type FrontMatter = {
  file: string;
  /** The YAML as plain data, not yet checked; without the keys that a fault of YAML is in. */
  data: unknown;
  yaml: ReadYaml;
  body: string;
  /** The lines of the whole file. */
  lines: readonly string[];
  /** The line of the file on which the body begins. */
  bodyLine: number;
  /** Where a value stands; the nearest value around it where it is missing. */
  placeOf: (path: KeyPath) => Place;
  /** Where the key of a value stands. */
  placeOfKey: (path: KeyPath) => Place;
};

const fence = /^---[ \t]*$/;
const start: Place = { line: 1, column: 1 };

/**
 * Takes a Markdown file apart into its front matter (YAML 1.2 between two lines of `---`) and its body.
 *
 * YAML that is not valid or repeats a key is reported, and the rest of the file is read.
 *
 * @returns The parts, or `undefined` after reporting why the file cannot be taken apart: no front matter, another
 * language than YAML, no closing fence, a merge conflict, more than a parser can take.
 */
export function readFrontMatter(source: SourceFile, report: Report): FrontMatter | undefined {
  const { file } = source;
  // Line ends are no part of a text: git writes those of the system, and what is recorded on one is compared on another.
  const text = source.text.replace(/\r\n?/g, '\n');
  const problem = (place: Place, code: CheckCode, message: string) => report({ file, ...place, code, message });
  const lines = text.split('\n');
  const conflicts = conflictsIn(lines.slice(0, headLength(lines)));
  if (conflicts.length > 0) {
    // Between the two versions of a conflict no YAML can be read; the text is reported as well.
    for (const { line, message } of conflictsIn(lines)) problem({ line, column: 1 }, 'conflict-marker', message);
    return undefined;
  }
  const fault = fenceFault(lines);
  if (fault) {
    problem(fault.place, fault.code, fault.message);
    return undefined;
  }

  const excess = excessOfFrontMatter(lines.slice(1, headLength(lines) - 1));
  if (excess) {
    report({ file, ...excess });
    return undefined;
  }

  const { content, matter: yaml } = matter(text, { language: 'yaml', engines: { yaml: { parse: () => ({}) } } });
  const read = readYaml(yaml, (place, message) => problem(place, 'yaml-invalid', message));
  const { document, placeAt } = read;

  return {
    file,
    data: read.data,
    yaml: read,
    body: content,
    lines,
    bodyLine: text.slice(0, text.length - content.length).split('\n').length,
    placeOf: (path) => {
      for (let length = path.length; length >= 0; length--) {
        const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
        if (isNode(node) && node.range) return length === 0 ? start : placeAt(node.range[0]);
      }
      return start;
    },
    placeOfKey: (path) => {
      const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
      const pair = isMap(parent) ? parent.items.find(({ key }) => keyName(key) === path.at(-1)) : undefined;
      const key = pair?.key;
      return isNode(key) && key.range ? placeAt(key.range[0]) : start;
    },
  };
}

/** How many lines a file has up to the end of its front matter; all where that has no end. */
function headLength(lines: readonly string[]): number {
  const close = lines.findIndex((line, index) => index > 0 && fence.test(line));
  return close === -1 || !fence.test(lines[0] ?? '') ? lines.length : close + 1;
}

function keyName(key: unknown): unknown {
  return typeof key === 'object' && key !== null && 'value' in key ? String(key.value) : key;
}

/** What is wrong with the fences around the front matter; gray-matter passes most of these over in silence. */
function fenceFault(lines: readonly string[]): { place: Place; code: CheckCode; message: string } | undefined {
  const first = lines[0] ?? '';
  if (!fence.test(first)) {
    const language = /^---[ \t]*(\w+)/.exec(first)?.[1];
    const message = language
      ? `The front matter is marked as ${language}. Only YAML is read: write --- alone on this line.`
      : 'The file does not begin with front matter. Its first line must be --- alone, with nothing before it.';
    return { place: start, code: 'front-matter-not-yaml', message };
  }
  const close = lines.findIndex((line, index) => index > 0 && line.startsWith('---'));
  if (close === -1) {
    const message = 'The front matter that opens here is never closed. Put a line of --- behind its last key.';
    return { place: start, code: 'front-matter-open', message };
  }
  if (!fence.test(lines[close] ?? '')) {
    const message = `"${lines[close]}" is where the front matter ends. Write --- alone on this line.`;
    return { place: { line: close + 1, column: 1 }, code: 'front-matter-open', message };
  }
  return undefined;
}

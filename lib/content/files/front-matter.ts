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
  /** The YAML as plain data, not yet validated; keys with a YAML error are left out. */
  data: unknown;
  yaml: ReadYaml;
  body: string;
  /** The lines of the whole file. */
  lines: readonly string[];
  /** The line of the file on which the body begins. */
  bodyLine: number;
  /** The place of a value; if it is missing, of the nearest value around it. */
  placeOf: (path: KeyPath) => Place;
  /** The place of the key of a value. */
  placeOfKey: (path: KeyPath) => Place;
};

const fence = /^---[ \t]*$/;
const start: Place = { line: 1, column: 1 };

/**
 * Splits a Markdown file into its front matter (YAML 1.2 between two lines of `---`) and its body.
 *
 * Invalid YAML and duplicate keys are reported, and the rest of the file is still read.
 *
 * @returns The parts, or `undefined` after reporting why the file cannot be split: no front matter, a language
 *   other than YAML, no closing fence, a merge conflict, or too much for a parser.
 */
export function readFrontMatter(source: SourceFile, report: Report): FrontMatter | undefined {
  const { file } = source;
  // Line endings are not part of a text: git writes those of the system, and records made on one system are compared on another.
  const text = source.text.replace(/\r\n?/g, '\n');
  const problem = (place: Place, code: CheckCode, message: string) => report({ file, ...place, code, message });
  const lines = text.split('\n');
  const conflicts = conflictsIn(lines.slice(0, headLength(lines)));
  if (conflicts.length > 0) {
    // YAML with a merge conflict cannot be read; conflicts in the text are reported too.
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

/** How many lines a file has up to the end of its front matter; all of them if it has no end. */
function headLength(lines: readonly string[]): number {
  const close = lines.findIndex((line, index) => index > 0 && fence.test(line));
  return close === -1 || !fence.test(lines[0] ?? '') ? lines.length : close + 1;
}

function keyName(key: unknown): unknown {
  return typeof key === 'object' && key !== null && 'value' in key ? String(key.value) : key;
}

/** What is wrong with the fences around the front matter; gray-matter silently ignores most of these faults. */
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
    const message = 'The front matter that opens here is never closed. Put a line of --- after its last key.';
    return { place: start, code: 'front-matter-open', message };
  }
  if (!fence.test(lines[close] ?? '')) {
    const message = `"${lines[close]}" is where the front matter ends. Write --- alone on this line.`;
    return { place: { line: close + 1, column: 1 }, code: 'front-matter-open', message };
  }
  return undefined;
}

import { isAlias, isMap, isScalar, isSeq, type Scalar, visit } from 'yaml';
import type { z } from 'zod';
import type { Place } from '../../model/problem.ts';
import type { FrontMatter, KeyPath } from './front-matter.ts';
import { inQuotes } from './yaml-advice.ts';
import { isTextAt } from './zod-parts.ts';

/** A value of which YAML drops a part, and what to do. */
type LostText = Place & { path: KeyPath; message: string };

/** The dropped part: the sign that it begins with, and the whole text including it. */
type Lost = { offset: number; sign: '#' | '&' | '!'; whole: string };

/** Without one of these signs after a space, nothing can be lost. */
const mayLose = /[ \t][#&!]/;

/**
 * Finds texts of front matter that silently lose words in YAML: what follows ` #` is a comment, `&word` names a value, and `!
 * ` is a type.
 *
 * Comment lines are allowed, and so are comments after quotes and after a value that is not text, such as a date or an id.
 */
export function lostTexts(schema: z.ZodType, { yaml }: FrontMatter): LostText[] {
  const { text, document, placeAt } = yaml;
  if (!mayLose.test(text)) return [];
  const used = new Set<string>();
  visit(document, { Alias: (_key, { source }) => void used.add(source) });
  const found: LostText[] = [];
  const look = (node: unknown, path: KeyPath, column: number) => {
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        if (!isScalar(key) || !key.range) continue;
        look(value, [...path, String(key.value)], columnAt(text, key.range[0]) + 1);
      }
    } else if (isSeq(node)) {
      for (const [index, item] of node.items.entries())
        look(item, [...path, index], isScalar(item) && item.range ? columnAt(text, item.range[0]) : 0);
    } else if (isScalar(node) && !isAlias(node) && isTextAt(schema, path)) {
      for (const lost of partsLost(node, text, used, column))
        found.push({ ...placeAt(lost.offset), path, message: explain(lost, text) });
    }
  };
  look(document.contents, [], 0);
  return found;
}

/** @param column The column at which a line would continue the text. */
function partsLost(node: Scalar, yaml: string, used: ReadonlySet<string>, column: number): Lost[] {
  const { range, type, anchor, tag } = node;
  if (!range) return [];
  const [start, end, after] = range;
  const value = yaml.slice(start, end);
  if (anchor !== undefined && !used.has(anchor)) {
    const offset = yaml.lastIndexOf(`&${anchor}`, start);
    return [{ offset, sign: '&', whole: lineFrom(yaml, offset) }];
  }
  if (tag === '!') {
    const offset = yaml.lastIndexOf('!', start);
    return [{ offset, sign: '!', whole: lineFrom(yaml, offset) }];
  }
  if (type?.startsWith('BLOCK')) return [];
  const rest = yaml.slice(end, after);
  const isQuoted = type?.startsWith('QUOTE') === true;
  const inLine = (isQuoted ? /^[ \t]*(?=#\S)/ : /^[ \t]*(?=#)/).exec(rest)?.[0];
  if (inLine !== undefined) {
    const offset = end + inLine.length;
    const before = isQuoted ? String(node.value) : value;
    return [{ offset, sign: '#', whole: `${before} ${lineFrom(yaml, offset)}`.trim() }];
  }
  const nextLine = /^[ \t]*\r?\n([ \t]+)(?=#[^\s#])(?!#[\w-]+:(?:\s|$))/.exec(rest);
  if (isQuoted || value === '' || !nextLine || (nextLine[1] ?? '').length < column) return [];
  const offset = end + nextLine[0].length;
  return [{ offset, sign: '#', whole: `${value} ${lineFrom(yaml, offset)}` }];
}

function explain({ offset, sign, whole }: Lost, yaml: string): string {
  const written = sign === '#' ? lineFrom(yaml, offset) : (/^\S+/.exec(lineFrom(yaml, offset))?.[0] ?? sign);
  const lost = written.length > 60 ? `${written.slice(0, 60)}…` : written;
  if (sign === '#')
    return `"${lost}" is a comment to YAML, and readers do not see it. If it is one, give it a line of its own. If not: ${lowerFirst(inQuotes(whole))}`;
  return `"${lost}" is a mark to YAML, and readers do not see it. ${inQuotes(whole)}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function lineFrom(yaml: string, offset: number): string {
  return /^[^\r\n]*/.exec(yaml.slice(offset))?.[0].trimEnd() ?? '';
}

function columnAt(yaml: string, offset: number): number {
  return offset - (yaml.lastIndexOf('\n', offset - 1) + 1);
}

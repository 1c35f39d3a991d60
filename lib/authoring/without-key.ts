import { isDeepStrictEqual } from 'node:util';
import { isMap, isNode, isScalar } from 'yaml';
import { readFrontMatter } from '../content/files/front-matter.ts';

/**
 * The text of a file without one key of its front matter. Every other byte stays: line ends, comments, order of keys.
 *
 * @returns `undefined` if the key shares its lines with others, so that it has to be removed by hand.
 */
export function withoutKey(text: string, key: string): string | undefined {
  const before = read(text);
  const { contents } = before?.yaml.document ?? {};
  if (!before || !isMap(contents)) return undefined;
  const pair = contents.items.find((item) => isScalar(item.key) && item.key.value === key);
  if (!pair || !isNode(pair.key) || !pair.key.range) return undefined;
  const { placeAt } = before.yaml;
  const start = placeAt(pair.key.range[0]);
  const end = isNode(pair.value) && pair.value.range ? pair.value.range[1] : pair.key.range[1];
  const last = placeAt(Math.max(pair.key.range[0], end - 1)).line;
  if (start.column !== 1) return undefined;
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/);
  const rest = [...lines.slice(0, start.line - 1), ...lines.slice(last)].join('');
  const after = read(rest);
  const { [key]: _removed, ...others } = { ...(before.data as Record<string, unknown>) };
  return after?.yaml.isWhole && after.body === before.body && isDeepStrictEqual(after.data, others) ? rest : undefined;
}

function read(text: string) {
  // A byte-order mark may begin a file.
  return readFrontMatter({ file: '', text: text.replace(/^\ufeff/, '') }, () => {});
}

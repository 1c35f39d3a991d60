import {
  Document,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Pair,
  parseDocument,
  YAMLMap,
} from 'yaml';

/** What belongs to no text: nothing, and what a form leaves behind in a field that was never filled in. */
function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || value === false) return true;
  return typeof value === 'object' && Object.values(value).every(isEmpty);
}

/** A value without what is empty in it; `undefined` if that is all. */
export function withoutEmpty(value: unknown): unknown {
  if (isEmpty(value)) return undefined;
  if (Array.isArray(value)) return value.map(withoutEmpty).filter((entry) => entry !== undefined);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (isEmpty(inner) ? [] : [[key, withoutEmpty(inner)]])),
  );
}

/** Whether two values say the same, in whatever order their keys are, and whatever white space is around their texts. */
export function isSame(one: unknown, other: unknown): boolean {
  if (typeof one === 'string' && typeof other === 'string') return one.trim() === other.trim();
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => isSame(Reflect.get(one, key), Reflect.get(other, key)));
}

/** The lines of a text, each with its line end. */
function linesOf(text: string): string[] {
  return text.split(/(?<=\r\n|\n|\r(?!\n))/);
}

const fence = /^---[ \t]*[\r\n]*$/;

/** A file with front matter: its lines up to the fences and between them, and its text. */
export type SplitFile = { head: string[]; body: string; document: Document; counter: LineCounter };

/** Splits a file; `undefined` if it does not begin with YAML between two lines of `---`, or that cannot be read. */
export function splitFile(text: string): SplitFile | undefined {
  const lines = linesOf(text.replace(/^\ufeff/, ''));
  const close = lines.findIndex((line, index) => index > 0 && fence.test(line));
  if (!fence.test(lines[0] ?? '') || close < 0) return undefined;
  const head = lines.slice(1, close);
  const counter = new LineCounter();
  const document = parseDocument(head.join('').replace(/\r\n?/g, '\n'), { lineCounter: counter, prettyErrors: false });
  if (document.errors.length > 0 || !(document.contents === null || isMap(document.contents))) return undefined;
  return { head, body: lines.slice(close + 1).join(''), document, counter };
}

/**
 * The text of a file with other values for some keys of its front matter. Every other byte stays: line ends, comments, the
 * order of keys, and how the values of all other keys are written.
 *
 * @param changes The new values; `undefined` removes a key.
 * @returns `undefined` if the file cannot be split, or a key shares its line with others.
 */
export function withKeys(text: string, changes: ReadonlyMap<string, unknown>): string | undefined {
  const split = splitFile(text);
  if (!split) return undefined;
  const { head, document, counter } = split;
  const end = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
  const edits: { from: number; to: number; lines: string }[] = [];
  for (const [key, value] of changes) {
    const pair = pairOf(document, key);
    if (!pair) {
      if (value !== undefined)
        edits.push({ from: head.length, to: head.length, lines: written(freshPair(key, value)) });
      continue;
    }
    const place = linesOfPair(pair, counter);
    if (!place) return undefined;
    if (value !== undefined) revalue(document, pair, value);
    edits.push({ ...place, lines: value === undefined ? '' : written(pair) });
  }
  const at = text.length - text.replace(/^\ufeff/, '').length;
  const opening = linesOf(text.slice(at))[0] ?? '';
  const rest = text.slice(at + opening.length + head.join('').length);
  const result = [...head];
  for (const { from, to, lines } of edits.toSorted((a, b) => b.from - a.from || b.to - a.to))
    result.splice(from, to - from, lines.replaceAll('\n', end));
  return text.slice(0, at) + opening + result.join('') + rest;
}

function pairOf({ contents }: Document, key: string): Pair | undefined {
  return isMap(contents) ? contents.items.find((item) => isScalar(item.key) && item.key.value === key) : undefined;
}

/** The lines of a key and its value, counted from nought; `undefined` if other keys may be on them. */
function linesOfPair({ key, value }: Pair, counter: LineCounter): { from: number; to: number } | undefined {
  if (!isNode(key) || !key.range) return undefined;
  const start = counter.linePos(key.range[0]);
  const end = isNode(value) && value.range ? value.range[1] : key.range[1];
  const last = counter.linePos(Math.max(key.range[0], end - 1));
  return start.col === 1 ? { from: start.line - 1, to: last.line } : undefined;
}

/** Gives a pair another value, and keeps how the parts that stay the same are written. */
function revalue(document: Document, pair: Pair, value: unknown): void {
  const { value: node } = pair;
  if (isMap(node) && typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const keys = Object.keys(value);
    node.items = node.items.filter(({ key }) => isScalar(key) && keys.includes(String(key.value)));
    for (const [key, inner] of Object.entries(value)) {
      const own = node.items.find((item) => isScalar(item.key) && item.key.value === key);
      if (own) revalue(document, own, inner);
      else node.set(document.createNode(key), nodeLike(document, node, inner));
    }
  } else if (isSeq(node) && Array.isArray(value)) {
    const before = node.items.map((item) => ({ item, said: isNode(item) ? item.toJS(document) : item }));
    node.items = value.map((inner, index) => {
      const same =
        before.find(({ said }) => isSame(said, inner)) ?? (before.length === value.length ? before[index] : undefined);
      if (!same) return nodeLike(document, node, inner);
      const holder = { key: null, value: same.item } as unknown as Pair;
      revalue(document, holder, inner);
      return holder.value;
    });
  } else if (isScalar(node) && !isSame(node.value, value) && (typeof value !== 'object' || value === null)) {
    node.value = value;
  } else if (!isScalar(node) || !isSame(node.value, value)) {
    pair.value = document.createNode(value);
  }
}

/** A new node, in the style of the collection around it. */
function nodeLike(document: Document, around: { flow?: boolean }, value: unknown) {
  const node = document.createNode(value);
  if (isCollection(node) && around.flow) node.flow = true;
  return node;
}

function freshPair(key: string, value: unknown): Pair {
  const document = new Document({ [key]: value });
  return (document.contents as unknown as YAMLMap).items[0] as Pair;
}

/** A key and its value as lines of YAML, without what is written above them. */
function written(pair: Pair): string {
  const map = new YAMLMap();
  if (isNode(pair.key)) {
    pair.key.commentBefore = null;
    pair.key.spaceBefore = false;
  }
  map.items = [pair];
  const document = new Document();
  document.contents = map as unknown as typeof document.contents;
  return document.toString({ lineWidth: 0 });
}

/**
 * The key of the front matter whose value is on a line of a file.
 *
 * @param line Counted from one, fence included.
 * @returns `undefined` if the line is not in the front matter, or that cannot be read.
 */
export function keyAtLine(text: string, line: number): string | undefined {
  const split = splitFile(text);
  if (!split || line > split.head.length + 1 || !isMap(split.document.contents)) return undefined;
  const keys = split.document.contents.items.flatMap((pair) => {
    const place = linesOfPair(pair, split.counter);
    return place && isScalar(pair.key) ? [{ key: String(pair.key.value), from: place.from + 2 }] : [];
  });
  return (keys.findLast(({ from }) => from <= line) ?? keys[0])?.key;
}

import type { Place } from '../../model/problem.ts';

/** The keys and indices that lead to a value; none lead to the whole. */
type Path = readonly PropertyKey[];

/** YAML that is read without a YAML parser: the same data, and the same places. */
export type PlainYaml = {
  data: unknown;
  /** The place of a value; `undefined` if there is none. */
  placeOf: (path: Path) => Place | undefined;
  /** The place of the key of a value; `undefined` if there is none. */
  placeOfKey: (path: Path) => Place | undefined;
};

/** A value with its place and, in a group or a list, those of its parts. */
type Value = { place: Place; data: unknown; keys?: ReadonlyMap<string, Entry>; items?: readonly Value[] };
type Entry = { place: Place; value: Value };

/** Tabs, other line ends, control characters and unusual spaces, about which a parser has rules of its own. */
const unusual =
  /[^\n -~\u00a1-\u167f\u1681-\u1fff\u200c-\u200f\u2010-\u2027\u2030-\u205e\u2061-\u2fff\u3001-\ufefe\uff00-\uffff]/;

const key = /([A-Za-z][\w-]{0,99}):(?: +|$)/y;

/** Words that are not text to YAML, as keys or values. */
const constant = /^(?:null|true|false)$/i;

const firstOfPlain = /^(?:[A-Za-z\d($/\u00a1-\uffff]|-\d)/;
const number = /^(?:0|-?[1-9]\d{0,9}|-?(?:0|[1-9]\d{0,9})\.\d{1,12})$/;
/** What may be a number in another notation. */
const likeNumber = /^-?[\d.][\d._]*(?:e[-+]?\d*)?$|^0[xo]/i;

const quoted = /^(?:"([^"\\]*)"|'([^']*)')$/;
/** A list in one line, of words without any sign that means something to YAML. */
const flowList = /^\[((?:[^[\]{},:#"'&*!|>%@`?~\s]+(?: [^[\]{},:#"'&*!|>%@`?~\s]+)*(?:, (?!\])|(?=\])))*)\]$/;

const blockJoins: Readonly<Record<string, string>> = { '>-': ' ', '|-': '\n' };

/**
 * Reads YAML as nearly all front matter is written: keys, lists with hyphens or in brackets, and texts in one line, over several, in
 * quotes or after `>-` or `|-`. A YAML parser takes twenty times as long.
 *
 * @param text Begins with the line ending of the fence, so that its lines are numbered as in the file.
 * @returns `undefined` for anything else, such as an empty value, an anchor, a repeated key or a fault: a parser must read it.
 */
export function readPlainYaml(text: string): PlainYaml | undefined {
  if (unusual.test(text)) return undefined;
  const root = new Reader(text.split('\n')).whole();
  return (
    root && {
      data: root.data,
      placeOf: (path) => valueAt(root, path)?.place,
      placeOfKey: (path) => valueAt(root, path.slice(0, -1))?.keys?.get(String(path.at(-1)))?.place,
    }
  );
}

function valueAt(root: Value, path: Path): Value | undefined {
  let value: Value | undefined = root;
  for (const part of path)
    value = typeof part === 'number' ? value?.items?.[part] : value?.keys?.get(String(part))?.value;
  return value;
}

/** Each method reads one thing from the current line on; `undefined` if it is not plain. */
class Reader {
  #at = 1;
  readonly #lines: readonly string[];

  constructor(lines: readonly string[]) {
    this.#lines = lines;
  }

  /** The whole text, a group of keys. */
  whole(): Value | undefined {
    this.#skipComments();
    const root = this.#group(0);
    return this.#at === this.#lines.length ? root : undefined;
  }

  /** The keys that begin in a column, the first of them perhaps after a hyphen. */
  #group(column: number): Value | undefined {
    const place = this.#place(column);
    const data: Record<string, unknown> = {};
    const keys = new Map<string, Entry>();
    do {
      const line = this.#line();
      key.lastIndex = column;
      const [whole, name] = key.exec(line) ?? [];
      if (whole === undefined || name === undefined || keys.has(name) || constant.test(name)) return undefined;
      const entry = this.#place(column);
      const value =
        line.endsWith(':') && column + whole.length === line.length
          ? this.#below(column)
          : this.#text(column + whole.length, column);
      if (!value) return undefined;
      keys.set(name, { place: entry, value });
      data[name] = value.data;
      this.#skipComments();
    } while (this.#indent() === column);
    return { place, data, keys };
  }

  /** What is below a key: a list, which may begin in the same column, or a group. */
  #below(column: number): Value | undefined {
    this.#at += 1;
    this.#skipComments();
    const indent = this.#indent();
    if (indent >= column && this.#isItem(indent)) return this.#list(indent);
    return indent > column ? this.#group(indent) : undefined;
  }

  /** The items whose hyphens are in a column. */
  #list(column: number): Value | undefined {
    const place = this.#place(column);
    const items: Value[] = [];
    do {
      key.lastIndex = column + 2;
      const item = key.test(this.#line()) ? this.#group(column + 2) : this.#text(column + 2, column);
      if (!item) return undefined;
      items.push(item);
      this.#skipComments();
    } while (this.#indent() === column && this.#isItem(column));
    return { place, data: items.map(({ data }) => data), items };
  }

  /** A text, number or list in brackets that begins in a column; it may go on in lines that begin further in than `around`. */
  #text(column: number, around: number): Value | undefined {
    const place = this.#place(column);
    const written = this.#line().slice(column);
    this.#at += 1;
    const join = blockJoins[written];
    if (join !== undefined) {
      const data = this.#block(around, join);
      return data === undefined ? undefined : { place, data };
    }
    const [isQuoted, double, single] = quoted.exec(written) ?? [];
    if (isQuoted !== undefined) return { place, data: double ?? single };
    if (written.startsWith('[')) return flow(written, place);
    let text = written;
    if (!isPlain(text)) return undefined;
    while (this.#indent() > around) {
      const more = this.#line().trimStart();
      if (!isPlain(more)) return undefined;
      text += ` ${more}`;
      this.#at += 1;
    }
    const data = typed(text);
    return data === undefined ? undefined : { place, data };
  }

  /** The lines of a block of text, all equally far in. */
  #block(around: number, join: string): string | undefined {
    const indent = this.#indent();
    if (indent <= around) return undefined;
    const found: string[] = [];
    while (this.#indent() === indent) {
      const line = this.#line();
      if (line.endsWith(' ')) return undefined;
      found.push(line.slice(indent));
      this.#at += 1;
    }
    // A line that begins elsewhere belongs to the block too.
    return this.#indent() > around ? undefined : found.join(join);
  }

  #line(): string {
    return this.#lines[this.#at] ?? '';
  }

  /** How far in the current line begins; -1 if it is blank or there is none. */
  #indent(): number {
    return this.#line().search(/[^ ]/);
  }

  #isItem(column: number): boolean {
    const line = this.#line();
    return line.startsWith('- ', column) && line.charAt(column + 2) !== ' ';
  }

  #place(column: number): Place {
    return { line: this.#at + 1, column: column + 1 };
  }

  #skipComments(): void {
    while (/^ *#/.test(this.#line())) this.#at += 1;
  }
}

/** Whether a line of text has only signs that mean nothing to YAML there. */
function isPlain(text: string): boolean {
  return firstOfPlain.test(text) && !text.includes(': ') && !text.includes(' #') && !/[: ]$/.test(text);
}

/** A text or what else it is to YAML; `undefined` if a parser has to decide. */
function typed(text: string): string | number | boolean | undefined {
  if (number.test(text)) return Number(text);
  if (text === 'true' || text === 'false') return text === 'true';
  return constant.test(text) || likeNumber.test(text) ? undefined : text;
}

function flow(written: string, place: Place): Value | undefined {
  const [, inside] = flowList.exec(written) ?? [];
  if (inside === undefined) return undefined;
  const items: Value[] = [];
  let column = place.column + 1;
  for (const word of inside === '' ? [] : inside.split(', ')) {
    const data = firstOfPlain.test(word) ? typed(word) : undefined;
    if (data === undefined) return undefined;
    items.push({ place: { line: place.line, column }, data });
    column += word.length + 2;
  }
  return { place, data: items.map(({ data }) => data), items };
}

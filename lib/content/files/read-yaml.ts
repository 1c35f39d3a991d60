import { type Document, isMap, isNode, isScalar, LineCounter, type Pair, parseDocument } from 'yaml';
import type { Place } from '../../model/problem.ts';
import { endlessAlias } from './front-matter-bounds.ts';
import { type PlainYaml, readPlainYaml } from './plain-yaml.ts';
import { yamlFaults } from './yaml-advice.ts';

/** The parsed YAML of front matter. */
export type ReadYaml = PlainYaml & {
  text: string;
  /** Parsed when it is first asked for. */
  readonly document: Document;
  /** Whether it has no errors. If it has, keys that an editor wrote may be missing. */
  isWhole: boolean;
  /** The place of an offset in the text. */
  placeAt: (offset: number) => Place;
};

/** More aliases than any editor writes, and few enough that they cannot exhaust memory. */
const maxAliasCount = 20;

/**
 * Reads YAML 1.2: what is plain without the parser, which takes most of the time of reading a file with front matter.
 *
 * @param text Begins with the line ending of the fence, so that its lines are numbered as in the file.
 * @param tell Receives each fault.
 */
export function readYaml(text: string, tell: (place: Place, message: string) => void): ReadYaml {
  const plain = readPlainYaml(text);
  if (!plain) return parseYaml(text, tell);
  let parsed: ReadYaml | undefined;
  const whole = () => {
    parsed ??= parseYaml(text, tell);
    return parsed;
  };
  return {
    ...plain,
    text,
    isWhole: true,
    get document() {
      return whole().document;
    },
    placeAt: (offset) => whole().placeAt(offset),
  };
}

/** Reads YAML 1.2 with the parser. */
export function parseYaml(text: string, tell: (place: Place, message: string) => void): ReadYaml {
  const counter = new LineCounter();
  const document = withoutEnvironment(() =>
    parseDocument(text, {
      version: '1.2',
      strict: true,
      uniqueKeys: true,
      // Each fault would carry the lines around it, which is slow if there are many, and they are never shown.
      prettyErrors: false,
      // What it would warn of on the terminal, such as a list as a key, is reported as an unknown key.
      logLevel: 'error',
      lineCounter: counter,
    }),
  );
  const placeAt = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    return { line, column: col };
  };
  const placeOf: ReadYaml['placeOf'] = (path) => {
    const node = path.length === 0 ? document.contents : document.getIn(path, true);
    return isNode(node) && node.range ? placeAt(node.range[0]) : undefined;
  };
  const placeOfKey: ReadYaml['placeOfKey'] = (path) => {
    const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
    const pair = isMap(parent) ? parent.items.find(({ key }) => keyName(key) === path.at(-1)) : undefined;
    return isNode(pair?.key) && pair.key.range ? placeAt(pair.key.range[0]) : undefined;
  };
  const read = (data: unknown, isWhole: boolean): ReadYaml => {
    return { text, document, data, isWhole, placeAt, placeOf, placeOfKey };
  };
  const faults = yamlFaults(document, text);
  for (const { offset, message } of faults) tell(placeAt(offset), message);
  const endless = text.includes('*') ? endlessAlias(document) : undefined;
  if (endless !== undefined) {
    tell(placeAt(endless), 'This alias refers to a value that contains it, which never ends. Write the value out.');
    return read({}, false);
  }
  if (faults.length > 0) return read(withoutFaults(document, text, faults), false);
  if (document.contents === null) return read({}, true);
  try {
    return read(document.toJS({ maxAliasCount }), true);
  } catch {
    const message = `Aliases such as *a are here more than ${maxAliasCount} times for one value. Write the values out instead.`;
    tell({ line: 1, column: 1 }, message);
    return read({}, false);
  }
}

/**
 * Runs a parser without environment variables: `yaml` looks one up at each token, for debugging, and each time Node asks the
 * system, which takes a quarter of the time.
 */
function withoutEnvironment<Result>(work: () => Result): Result {
  const { env } = process;
  process.env = { NODE_ENV: env.NODE_ENV };
  try {
    return work();
  } finally {
    process.env = env;
  }
}

/** The top-level keys without a fault. */
function withoutFaults(document: Document, text: string, faults: readonly { offset: number }[]): object {
  if (!isMap(document.contents)) return {};
  const pairs = document.contents.items;
  const starts = pairs.map(startOf);
  const isAtFault = (index: number) => {
    const [from = 0, to = text.length] = [starts[index], starts[index + 1]];
    return faults.some(({ offset }) => offset >= from && offset < to);
  };
  return Object.fromEntries(
    pairs.flatMap(({ key, value }, index) => {
      // The value of an empty key may be the faulty text below it.
      const isCutOff = isScalar(value) && value.value === null && isAtFault(index + 1);
      if (isAtFault(index) || isCutOff || !isNode(value)) return [];
      try {
        return [[String(key), value.toJS(document, { maxAliasCount })]];
      } catch {
        return [];
      }
    }),
  );
}

function startOf({ key }: Pair): number | undefined {
  return isNode(key) ? key.range?.[0] : undefined;
}

function keyName(key: unknown): unknown {
  return typeof key === 'object' && key !== null && 'value' in key ? String(key.value) : key;
}

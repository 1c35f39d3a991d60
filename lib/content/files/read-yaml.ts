import { type Document, isMap, isNode, isScalar, LineCounter, type Pair, parseDocument } from 'yaml';
import type { Place } from '../../model/problem.ts';
import { endlessAlias } from './front-matter-bounds.ts';
import { yamlFaults } from './yaml-advice.ts';

/** The parsed YAML of front matter. */
export type ReadYaml = {
  text: string;
  document: Document;
  /** As plain data, without keys that have errors. */
  data: unknown;
  /** Whether it has no errors. If it has, keys that an editor wrote may be missing. */
  isWhole: boolean;
  /** The place of an offset in the file. */
  placeAt: (offset: number) => Place;
};

/** More aliases than any editor writes, and few enough that they cannot exhaust memory. */
const maxAliasCount = 20;

/**
 * Reads YAML 1.2.
 *
 * @param text Begins with the line ending of the fence, so that its lines are numbered as in the file.
 * @param tell Receives each fault.
 */
export function readYaml(text: string, tell: (place: Place, message: string) => void): ReadYaml {
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
  const read = (data: unknown, isWhole: boolean): ReadYaml => ({ text, document, data, isWhole, placeAt });
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

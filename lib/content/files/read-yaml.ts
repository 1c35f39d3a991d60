import { type Document, isMap, isNode, isScalar, LineCounter, type Pair, parseDocument } from 'yaml';
import type { Place } from '../../model/problem.ts';
import { endlessAlias } from './front-matter-bounds.ts';
import { yamlFaults } from './yaml-advice.ts';

/** The YAML of front matter as a parser has read it. */
export type ReadYaml = {
  text: string;
  document: Document;
  /** As plain data, without the keys that a fault is in. */
  data: unknown;
  /** Whether it has no fault. If it has one, keys may be missing that an editor wrote. */
  isWhole: boolean;
  /** The place of an offset in the file. */
  placeAt: (offset: number) => Place;
};

/** More aliases than any editor writes, and few enough that none can blow up memory. */
const maxAliasCount = 20;

/**
 * Reads YAML 1.2.
 *
 * @param text Begins with the end of the line of the fence, so that its lines count as those of the file.
 * @param tell Is told of each fault.
 */
export function readYaml(text: string, tell: (place: Place, message: string) => void): ReadYaml {
  const counter = new LineCounter();
  const document = parseDocument(text, {
    version: '1.2',
    strict: true,
    uniqueKeys: true,
    // Each fault would carry the lines around it, which takes long where there are many, and nobody is shown them.
    prettyErrors: false,
    // What it would warn of on the terminal, such as a list for a key, is told of as unknown.
    logLevel: 'error',
    lineCounter: counter,
  });
  const placeAt = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    return { line, column: col };
  };
  const read = (data: unknown, isWhole: boolean): ReadYaml => ({ text, document, data, isWhole, placeAt });
  const faults = yamlFaults(document, text);
  for (const { offset, message } of faults) tell(placeAt(offset), message);
  const endless = text.includes('*') ? endlessAlias(document) : undefined;
  if (endless !== undefined) {
    tell(placeAt(endless), 'This alias is a part of what it stands for, which has no end. Write the value out.');
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

/** The keys of the first level that no fault is in. */
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
      // What belongs to an empty key may be what is at fault below it.
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

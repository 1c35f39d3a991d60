import { hash } from 'node:crypto';
import { type CssNode, generate, ident, type List, type ListItem, parse, walk } from 'css-tree';
import type { PageNames } from './page-names.ts';
import { shortenProperties } from './short-properties.ts';

/** The names in the selectors of a style sheet (known by its digest), and its used parts by which of these a page has. */
type Sheet = { asked: readonly Asked[]; cut: Map<string, string> };

/** A name, alone or within another. */
type Asked = { name: string; around?: string };

let sheets = new Map<string, Sheet>();
let store: CutStore | undefined;

/** Where parts of style sheets are kept for the next process: in one that has just started, cutting takes longer than rendering. */
export type CutStore = { get: () => Map<string, Sheet> | undefined; put: (sheets: ReadonlyMap<string, Sheet>) => void };

/** At most this many parts of a style sheet are kept for the next process. */
const mostKept = 40;

/** Sets the store. What it has replaces what this process has cut. */
export function keepCutsIn(cuts: CutStore): void {
  store = cuts;
  sheets = cuts.get() ?? sheets;
}

/**
 * The part of a style sheet that a page can use: rules whose element names and classes the page has, within the ancestors
 * that they name, and the custom properties that these refer to, under short names. The order of rules and layers stays the
 * same, and so does the cascade.
 *
 * Directions count, since no script changes them. Other attributes, ids, siblings and the inside of `:not()` are assumed to
 * match, because scripts and readers change them.
 */
export function purgeCss(css: string, page: PageNames): string {
  const name = hash('sha256', css);
  const sheet = sheets.get(name) ?? { asked: askedIn(parse(css)), cut: new Map<string, string>() };
  sheets.set(name, sheet);
  const isThere = ({ name, around }: Asked) => (around === undefined ? page.has(name) : page.isWithin(name, around));
  const key = sheet.asked.map((one) => (isThere(one) ? '1' : '0')).join('');
  const known = sheet.cut.get(key);
  if (known !== undefined) return known;
  const made = cut(css, page);
  sheet.cut.set(key, made);
  if (sheet.cut.size <= mostKept) store?.put(sheets);
  return made;
}

/** All that the selectors of a style sheet ask for. */
function askedIn(tree: CssNode): Asked[] {
  const asked = new Map<string, Asked>();
  const noting = (one: Asked) => {
    asked.set(`${one.name} ${one.around}`, one);
    return true;
  };
  removeUnmatched(tree, {
    has: (name) => noting({ name }),
    isWithin: (name, around) => noting({ name, around }),
  });
  return [...asked.values()];
}

function cut(css: string, page: PageNames): string {
  const tree = parse(css);
  removeUnmatched(tree, page);
  while (removeUnread(tree));
  removeRepeated(tree);
  removeEmpty(tree);
  return shortenProperties(generate(tree), ownProperties(tree));
}

/** Removes the rules that match nothing on a page. */
function removeUnmatched(tree: CssNode, page: PageNames): void {
  walk(tree, {
    visit: 'Rule',
    enter({ prelude }, item, list) {
      // `from` and `to` are not elements.
      if (this.atrule?.name.endsWith('keyframes')) return;
      if (prelude.type === 'SelectorList' && !keepMatching(prelude.children, page)) list?.remove(item);
    },
  });
}

/**
 * Removes the selectors that match nothing; false if none is left.
 *
 * @param around Names of ancestors that the matched elements must have.
 */
function keepMatching(selectors: List<CssNode>, page: PageNames, around: readonly string[] = []): boolean {
  selectors.forEach((selector, at) => {
    if (selector.type === 'Selector' && !canMatch(selector.children.toArray(), page, around)) selectors.remove(at);
  });
  return !selectors.isEmpty;
}

/**
 * Whether the page has each name in a selector within the ancestors that it names; of the alternatives in `:is()`, at least one.
 *
 * @param outside Names of ancestors that the element must have which the last part of the selector matches.
 */
function canMatch(parts: readonly CssNode[], page: PageNames, outside: readonly string[]): boolean {
  const end = parts.findLastIndex(({ type }) => type === 'Combinator');
  let around: readonly string[] = end < 0 ? outside : [];
  let own: string[] = [];
  return parts.every((part, index) => {
    if (part.type === 'Combinator') {
      // Siblings have the same ancestors.
      if (part.name === ' ' || part.name === '>') around = [...around, ...own];
      if (index === end) around = [...around, ...outside];
      own = [];
      return true;
    }
    if (part.type === 'PseudoClassSelector' && (part.name === 'is' || part.name === 'where')) {
      const [alternatives] = part.children?.toArray() ?? [];
      return alternatives?.type !== 'SelectorList' || keepMatching(alternatives.children, page, around);
    }
    if (part.type === 'PseudoClassSelector' && part.name === 'has') {
      const [inner] = part.children?.toArray() ?? [];
      return inner?.type !== 'SelectorList' || inner.children.some((one) => canHold(own, one, page));
    }
    // A page has no shadow trees.
    if (part.type === 'PseudoClassSelector' && part.name === 'host') return false;
    const name = nameOf(part);
    if (name === undefined) return true;
    own.push(name);
    return page.has(name) && around.every((one) => page.isWithin(name, one));
  });
}

/** Whether an element with these names may contain what `:has()` asks for; siblings are assumed to match. */
function canHold(own: readonly string[], selector: CssNode, page: PageNames): boolean {
  const parts = selector.type === 'Selector' ? selector.children.toArray() : [];
  if (parts[0]?.type === 'Combinator' && parts[0].name !== '>') return true;
  return parts
    .flatMap((part) => nameOf(part) ?? [])
    .every((name) => page.has(name) && own.every((around) => page.isWithin(name, around)));
}

/** The name in a part of a selector, without CSS escapes: `print\:hidden` is `print:hidden`. */
function nameOf(node: CssNode): string | undefined {
  if (node.type === 'AttributeSelector' && node.name.name === 'dir' && node.value)
    return `[dir=${node.value.type === 'String' ? node.value.value : node.value.name}]`;
  if (node.type === 'ClassSelector') return `.${ident.decode(node.name)}`;
  return node.type === 'TypeSelector' && node.name !== '*' ? node.name.toLowerCase() : undefined;
}

/** Removes custom properties that nothing reads; true if there were any, since others may have been read only by them. */
function removeUnread(tree: CssNode): boolean {
  const read = readIn(tree);
  let removed = false;
  walk(tree, (node, item, list) => {
    const name = ownProperty(node);
    if (name === undefined || read.has(name) || !list) return;
    list.remove(item);
    removed = true;
  });
  return removed;
}

/** The custom property that a declaration sets or an `@property` registers. */
function ownProperty(node: CssNode): string | undefined {
  if (node.type === 'Declaration' && node.property.startsWith('--')) return node.property;
  return node.type === 'Atrule' && node.name === 'property' && node.prelude ? generate(node.prelude) : undefined;
}

/** The custom properties that are named in a value, in a condition, or in raw text of css-tree. */
function readIn(tree: CssNode): Set<string> {
  const read = new Set<string>();
  const add = (place: CssNode) => {
    for (const [name] of generate(place).matchAll(/--(?:\\.|[^\s,;:!(){}\\])+/g)) read.add(name);
  };
  walk(tree, (node) => {
    if (node.type === 'Declaration') add(node.value);
    if (node.type === 'Atrule' && node.name !== 'property' && node.prelude) add(node.prelude);
    if (node.type === 'Raw') add(node);
  });
  return read;
}

function ownProperties(tree: CssNode): Set<string> {
  const names = new Set<string>();
  walk(tree, (node) => {
    const name = ownProperty(node);
    if (name !== undefined) names.add(name);
  });
  return names;
}

/** A prefix that the compiler adds although Safari has not needed it since 12.1. */
const needless = '-webkit-text-decoration-color';

/** Removes declarations that are repeated, as prefixes are that were added more than once, and the needless prefix. */
function removeRepeated(tree: CssNode): void {
  walk(tree, {
    visit: 'Declaration',
    enter(node, item, list) {
      const before = item.prev?.data;
      const isRepeated = before?.type === 'Declaration' && generate(before) === generate(node);
      if (isRepeated || node.property === needless) list?.remove(item);
    },
  });
}

/** Removes empty blocks, from the inside out; an empty layer keeps its name, which sets its order. */
function removeEmpty(tree: CssNode): void {
  walk(tree, {
    leave(node: CssNode, item: ListItem<CssNode>, list: List<CssNode>) {
      const block = node.type === 'Rule' || node.type === 'Atrule' ? node.block : null;
      if (!block?.children.isEmpty) return;
      if (node.type === 'Atrule' && node.name === 'layer' && node.prelude) node.block = null;
      else list?.remove(item);
    },
  });
}

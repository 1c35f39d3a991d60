import { hash } from 'node:crypto';
import {
  type CssNode,
  generate,
  ident,
  type List,
  type ListItem,
  type PseudoClassSelector,
  parse,
  walk,
} from 'css-tree';
import type { PageNames } from './page-names.ts';
import { shortenProperties } from './short-properties.ts';

/** The names in the selectors of a style sheet (known by its digest), and its used parts by which of these a page has. */
type Sheet = { asked: readonly Asked[]; cut: Map<string, string> };

/** A name, alone or within another; or names of one element that has not all of any of the others. */
type Asked = { name: string; around?: string } | { names: readonly string[]; denied: readonly (readonly string[])[] };

let sheets = new Map<string, Sheet>();
let store: CutStore | undefined;

/** The last style sheet and its digest: nearly all pages have the same. */
let last: { css: string; name: string } | undefined;

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
 * Directions and languages count, since no script changes them. Other attributes, ids, states and siblings are assumed to match, and in
 * `:not()` not to match, because scripts and readers change them.
 */
export function purgeCss(css: string, page: PageNames): string {
  if (last?.css !== css) last = { css, name: hash('sha256', css) };
  const { name } = last;
  const sheet = sheets.get(name) ?? { asked: askedIn(parse(css)), cut: new Map<string, string>() };
  sheets.set(name, sheet);
  const isThere = (one: Asked) => {
    if ('names' in one) return page.hasWithout(one.names, one.denied);
    return one.around === undefined ? page.has(one.name) : page.isWithin(one.name, one.around);
  };
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
    asked.set(JSON.stringify(one), one);
    return true;
  };
  removeUnmatched(tree, {
    has: (name) => noting({ name }),
    isWithin: (name, around) => noting({ name, around }),
    hasWithout: (names, denied) => noting({ names, denied }),
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
 * Whether a selector can match on a page.
 *
 * @param outside Names of ancestors that the element must have which the last part of the selector matches.
 */
function canMatch(selector: readonly CssNode[], page: PageNames, outside: readonly string[]): boolean {
  const elements = elementsOf(selector);
  let around: readonly string[] = [];
  return elements.every(({ parts, combinator }, index) => {
    const isLast = index === elements.length - 1;
    if (!canBe(parts, page, isLast ? [...around, ...outside] : around)) return false;
    // Siblings have the same ancestors.
    if (combinator === ' ' || combinator === '>') around = [...around, ...parts.flatMap((part) => nameOf(part) ?? [])];
    return true;
  });
}

/** The parts of a selector that are about one element each, and the combinators after them. */
function elementsOf(selector: readonly CssNode[]): { parts: CssNode[]; combinator?: string }[] {
  const end = selector.findIndex(({ type }) => type === 'Combinator');
  const combinator = selector[end];
  if (combinator?.type !== 'Combinator') return [{ parts: [...selector] }];
  return [{ parts: selector.slice(0, end), combinator: combinator.name }, ...elementsOf(selector.slice(end + 1))];
}

/**
 * Whether the page has each name within these ancestors, of the alternatives in `:is()` at least one, and an element that
 * `:not()` does not rule out.
 */
function canBe(parts: readonly CssNode[], page: PageNames, around: readonly string[]): boolean {
  const own = parts.flatMap((part) => nameOf(part) ?? []);
  const denied = parts.flatMap(deniedIn);
  return (
    own.every((name) => page.has(name) && around.every((one) => page.isWithin(name, one))) &&
    parts.every((part) => part.type !== 'PseudoClassSelector' || canHave(part, own, page, around)) &&
    (denied.length === 0 || page.hasWithout([...own, ...(parts.some(isRoot) ? ['html'] : [])], denied))
  );
}

/** Whether an element with these names can be in what a pseudo-class asks for. */
function canHave(
  { name, children }: PseudoClassSelector,
  own: readonly string[],
  page: PageNames,
  around: readonly string[],
): boolean {
  const inner = children?.toArray() ?? [];
  const [list] = inner;
  // A page has no shadow trees.
  if (name === 'host') return false;
  // Each alternative is asked for, also after one that can match: a sheet asks every page the same.
  if (name === 'lang') return inner.filter((range) => isSpoken(range, page)).length > 0;
  if (list?.type !== 'SelectorList') return true;
  if (name === 'is' || name === 'where') return keepMatching(list.children, page, around);
  return name !== 'has' || !list.children.filter((one) => canHold(own, one, page)).isEmpty;
}

/** Whether a range of languages in `:lang()` may be one of the page's. */
function isSpoken(range: CssNode, page: PageNames): boolean {
  if (range.type !== 'Identifier' && range.type !== 'String') return false;
  const tag = (range.type === 'String' ? range.value : range.name).toLowerCase();
  return tag.includes('*') || page.has(`:lang(${tag})`);
}

/** The names in each alternative of a `:not()` that is about nothing else. */
function deniedIn(part: CssNode): string[][] {
  const list = part.type === 'PseudoClassSelector' && part.name === 'not' ? part.children?.first : undefined;
  if (list?.type !== 'SelectorList') return [];
  return list.children.toArray().flatMap((selector) => {
    const parts = selector.type === 'Selector' ? selector.children.toArray() : [];
    const names = parts.flatMap((one) => (isRoot(one) ? 'html' : (nameOf(one) ?? [])));
    return names.length === parts.length && names.length > 0 ? [names] : [];
  });
}

function isRoot(node: CssNode): boolean {
  return node.type === 'PseudoClassSelector' && node.name === 'root';
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

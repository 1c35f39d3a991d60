import { type CssNode, generate, ident, type List, type ListItem, parse, walk } from 'css-tree';
import { shortenProperties } from './short-properties.ts';

/** A cached style sheet: the names in its selectors, and what pages with some of them use of it. */
type Sheet = { names: ReadonlySet<string>; cut: Map<string, string> };

const sheets = new Map<string, Sheet>();

/**
 * Reduces a style sheet to what a page can use: rules whose element names and classes the page has, and the custom properties that these
 * refer to, under short names. The order of rules and layers stays the same, and so does the cascade.
 *
 * Directions count, since no script changes them. Other attributes, ids and the insides of `:not()` and `:has()` are assumed to match,
 * because scripts and readers change them.
 *
 * @param names Element names in lower case, classes with a full stop before them, and directions as `[dir=rtl]`, of the whole page.
 */
export function usedStyles(css: string, names: ReadonlySet<string>): string {
  const sheet = sheets.get(css) ?? { names: namesIn(parse(css)), cut: new Map<string, string>() };
  sheets.set(css, sheet);
  const own = [...sheet.names].filter((name) => names.has(name));
  const key = own.join(' ');
  const known = sheet.cut.get(key);
  if (known !== undefined) return known;
  const made = cut(css, new Set(own));
  sheet.cut.set(key, made);
  return made;
}

function namesIn(tree: CssNode): Set<string> {
  const names = new Set<string>();
  walk(tree, (node) => {
    const name = nameOf(node);
    if (name !== undefined) names.add(name);
  });
  return names;
}

function cut(css: string, names: ReadonlySet<string>): string {
  const tree = parse(css);
  walk(tree, {
    visit: 'Rule',
    enter({ prelude }, item, list) {
      // `from` and `to` are not elements.
      if (this.atrule?.name.endsWith('keyframes')) return;
      if (prelude.type === 'SelectorList' && !keepMatching(prelude.children, names)) list?.remove(item);
    },
  });
  while (removeUnread(tree));
  removeRepeated(tree);
  removeEmpty(tree);
  return shortenProperties(generate(tree), ownProperties(tree));
}

/** Removes the selectors that match nothing; false if none is left. */
function keepMatching(selectors: List<CssNode>, names: ReadonlySet<string>): boolean {
  selectors.forEach((selector, at) => {
    if (selector.type === 'Selector' && !canMatch(selector.children, names)) selectors.remove(at);
  });
  return !selectors.isEmpty;
}

/** Whether the page has each name in a selector; of the alternatives in `:is()`, at least one. */
function canMatch(parts: List<CssNode>, names: ReadonlySet<string>): boolean {
  return parts.toArray().every((part) => {
    if (part.type === 'PseudoClassSelector' && (part.name === 'is' || part.name === 'where')) {
      const [alternatives] = part.children?.toArray() ?? [];
      return alternatives?.type !== 'SelectorList' || keepMatching(alternatives.children, names);
    }
    const name = nameOf(part);
    return name === undefined || names.has(name);
  });
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

/** Removes declarations that are repeated, as prefixes are that were added more than once. */
function removeRepeated(tree: CssNode): void {
  walk(tree, {
    visit: 'Declaration',
    enter(node, item, list) {
      if (item.prev?.data.type === 'Declaration' && generate(item.prev.data) === generate(node)) list?.remove(item);
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

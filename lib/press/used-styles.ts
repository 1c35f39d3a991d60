import { type CssNode, generate, type List, type ListItem, parse, walk } from 'css-tree';

/** What is known of a style sheet: the names that its selectors ask for, and what pages with some of them use of it. */
type Sheet = { names: ReadonlySet<string>; cut: Map<string, string> };

const sheets = new Map<string, Sheet>();

/**
 * Leaves of a style sheet what a page can use: rules whose element names and classes the page has, and the custom
 * properties that these refer to. Nothing changes its order, so the cascade stays as it is.
 *
 * Attributes, ids and the insides of `:not()` and `:has()` are taken as found: scripts and readers change them.
 *
 * @param names Element names, and classes with a full stop before them, of the whole page.
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
      if (prelude.type === 'SelectorList' && !keepMatching(prelude.children, names)) list?.remove(item);
    },
  });
  while (removeUnread(tree));
  removeEmpty(tree);
  return generate(tree);
}

/** Removes the selectors that match nothing; false where none is left. */
function keepMatching(selectors: List<CssNode>, names: ReadonlySet<string>): boolean {
  selectors.forEach((selector, at) => {
    if (selector.type === 'Selector' && !canMatch(selector.children, names)) selectors.remove(at);
  });
  return !selectors.isEmpty;
}

/** Whether the page has each name that a selector asks for; of the alternatives in `:is()`, at least one. */
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

/** The name by which a part of a selector finds elements. */
function nameOf(node: CssNode): string | undefined {
  if (node.type === 'ClassSelector') return `.${node.name}`;
  return node.type === 'TypeSelector' && node.name !== '*' ? node.name.toLowerCase() : undefined;
}

/** Removes custom properties that nothing reads; true where there were any, for others may have been read by them alone. */
function removeUnread(tree: CssNode): boolean {
  const read = new Set<string>();
  walk(tree, (node) => {
    if (node.type === 'Identifier' && node.name.startsWith('--')) read.add(node.name);
    // The value of a custom property is kept as it is written.
    if (node.type === 'Raw') for (const [name] of node.value.matchAll(/--[\w-]+/g)) read.add(name);
  });
  let removed = false;
  walk(tree, {
    visit: 'Declaration',
    enter({ property }, item, list) {
      if (!property.startsWith('--') || read.has(property)) return;
      list?.remove(item);
      removed = true;
    },
  });
  walk(tree, {
    visit: 'Atrule',
    enter({ name, prelude }, item, list) {
      const registered = name === 'property' && prelude ? generate(prelude) : undefined;
      if (registered !== undefined && !isDeclared(tree, registered)) list?.remove(item);
    },
  });
  return removed;
}

function isDeclared(tree: CssNode, property: string): boolean {
  let found = false;
  walk(tree, {
    visit: 'Declaration',
    enter: (node) => {
      found ||= node.property === property;
    },
  });
  return found;
}

/** Removes blocks in which nothing is left, from the inside out. */
function removeEmpty(tree: CssNode): void {
  walk(tree, {
    leave(node: CssNode, item: ListItem<CssNode>, list: List<CssNode>) {
      const block = node.type === 'Rule' || node.type === 'Atrule' ? node.block : null;
      if (block?.children.isEmpty) list?.remove(item);
    },
  });
}

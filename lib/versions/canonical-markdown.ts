import type { FootnoteDefinition, Nodes, Parents, Root, Text } from 'mdast';
import { directiveToMarkdown } from 'mdast-util-directive';
import { type Options, toMarkdown } from 'mdast-util-to-markdown';
import type {} from '../markdown/handlers.ts';
import { gfmToMarkdown, markdownStyle } from '../markdown/markdown-style.ts';

const style: Options = {
  ...markdownStyle,
  extensions: [directiveToMarkdown(), ...gfmToMarkdown],
};

/**
 * The canonical Markdown of a text: texts that readers cannot tell apart give the same result. A paragraph is one
 * line; comments are left out, directives and mentions are reduced to their words, and a quotation's speaker has a
 * paragraph of its own, after a dash.
 *
 * @param definitions The notes that are written in the text; they come after it.
 */
export function canonicalMarkdown(tree: Root, definitions: Iterable<FootnoteDefinition> = []): string {
  const whole: Root = { type: 'root', children: [...tree.children, ...definitions] };
  return toMarkdown(canonicalTree(whole), style).trim();
}

/** Plain text, escaped as Markdown. */
export function escapedMarkdown(text: string): string {
  const words = text.trim().replace(/\s+/g, ' ');
  return toMarkdown({ type: 'paragraph', children: [{ type: 'text', value: words }] }, style).trim();
}

/** A link with plain text, as Markdown. */
export function linkMarkdown(text: string, url: string): string {
  return toMarkdown(
    { type: 'link', url, children: [{ type: 'text', value: text.trim().replace(/\s+/g, ' ') }] },
    style,
  ).trim();
}

/** A copy of a tree in canonical form, without what readers do not see. */
export function canonicalTree<Node extends Nodes>(node: Node): Node {
  if (!('children' in node)) return node;
  const parent: Parents = node;
  const children = parent.children.flatMap((child): Nodes[] => {
    if (child.type === 'html') return [];
    const cleaned = canonicalTree(child);
    const isWrapper = cleaned.type === 'textDirective' || cleaned.type === 'mention';
    return isWrapper || (isFigure(node) && cleaned.type === 'blockquote') ? cleaned.children : [cleaned];
  });
  const words = joined(isSpeaker(node) ? [{ type: 'text', value: '— ' }, ...children] : children);
  return { ...node, children: lines.has(node.type) ? trimmed(words) : words };
}

/** Blocks of words, without white space around them. */
const lines: ReadonlySet<Nodes['type']> = new Set(['paragraph', 'heading', 'tableCell']);

/** Words without the white space that a comment at their end leaves. */
function trimmed(nodes: readonly Nodes[]): Nodes[] {
  return nodes.flatMap((node, index): Nodes[] => {
    if (node.type !== 'text') return [node];
    const start = index === 0 ? node.value.replace(/^ /, '') : node.value;
    const value = index === nodes.length - 1 ? start.replace(/ $/, '') : start;
    return value === '' ? [] : [{ ...node, value }];
  });
}

/** Whether a node is the figure of a quotation, which contains the words and their speaker. */
function isFigure({ data }: Nodes): boolean {
  return data?.hName === 'figure';
}

function isSpeaker({ data }: Nodes): boolean {
  return data?.hName === 'figcaption';
}

/** Merges adjacent texts and collapses white space, as browsers do. */
function joined(nodes: readonly Nodes[]): Nodes[] {
  const list: Nodes[] = [];
  for (const node of nodes) {
    const last = list.at(-1);
    if (node.type !== 'text') list.push(node);
    else if (last?.type === 'text') list.splice(-1, 1, spaced(last.value + node.value));
    else list.push(spaced(node.value));
  }
  return list;
}

function spaced(value: string): Text {
  return { type: 'text', value: value.replace(/[ \t\r\n]+/g, ' ') };
}

import type { Nodes, Parents, Root } from 'mdast';
import { toMarkdown } from 'mdast-util-to-markdown';
import type {} from '../markdown/handlers.ts';
import { portableStyle } from '../markdown/markdown-style.ts';
import { nodesOf } from '../markdown/nodes-of.ts';
import { takeDefinitions, withDefinitions } from '../markdown/notes.ts';
import { parseMarkdown } from '../markdown/parse-markdown.ts';
import { captionOf, onlyPicture } from '../markdown/pictures.ts';
import { portableSyntax } from '../markdown/syntax.ts';
import type { ShownImage } from '../model/picture-copies.ts';
import { canonicalTree } from './canonical-markdown.ts';

/** The absolute addresses of links and pictures. */
export type Addresses = { link: (url: string) => string; picture: (image: ShownImage) => string };

/**
 * The canonical Markdown of a text for use anywhere: links and pictures have absolute addresses, notes have numbers,
 * and captions are paragraphs.
 */
export function portableMarkdown(tree: Root, addresses: Addresses): string {
  return written({ ...tree, children: tree.children.flatMap((node) => portable(node, addresses)) });
}

/** Plain text, escaped as Markdown for use anywhere. */
export function portableText(value: string): string {
  return written({ type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value }] }] });
}

/**
 * Removes links from portable Markdown; their words stay.
 *
 * @param isDead Whether to remove links to an address.
 */
export function withoutLinks(markdown: string, isDead: (url: string) => boolean): string {
  const tree = parseMarkdown(withDefinitions(markdown), 1, portableSyntax);
  // Do not write definitions: they belong to notes that the text refers to.
  takeDefinitions(tree, 0);
  for (const parent of nodesOf(tree, 'paragraph', 'heading', 'tableCell', 'emphasis', 'strong', 'delete')) {
    parent.children = parent.children.flatMap((node) =>
      node.type === 'link' && isDead(node.url) ? node.children : [node],
    );
  }
  return written(tree);
}

function written(tree: Root): string {
  return toMarkdown(canonicalTree(tree), portableStyle).trim();
}

/** The portable form of a node. */
function portable<Node extends Nodes>(node: Node, addresses: Addresses): Node[] {
  return elsewhere(node, addresses) as Node[];
}

function elsewhere(node: Nodes, addresses: Addresses): Nodes[] {
  if (node.type === 'definition') return [];
  if (node.type === 'image') return [{ type: 'text', value: node.alt ?? '' }];
  if (node.type === 'footnoteReference') {
    const label = String(node.data?.note?.number ?? node.label);
    return [{ ...node, identifier: label, label }];
  }
  const picture = node.type === 'paragraph' ? onlyPicture(node) : undefined;
  const under = picture && captionOf(picture);
  const { shown } = picture?.data ?? {};
  if (picture && shown && under) {
    const value = under.caption === undefined ? under.credit : `${under.caption} ${under.credit}`;
    return [
      { type: 'paragraph', children: [{ type: 'image', url: addresses.picture(shown), alt: picture.alt ?? '' }] },
      { type: 'paragraph', children: [{ type: 'text', value }] },
    ];
  }
  if (!('children' in node)) return [node];
  const parent: Parents = node;
  const children = parent.children.flatMap((child): Nodes[] => portable(child, addresses));
  return [{ ...node, children, ...(node.type === 'link' && { url: addresses.link(node.url) }) } as Nodes];
}

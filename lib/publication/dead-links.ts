import render from 'dom-serializer';
import { type ChildNode, hasChildren, isTag } from 'domhandler';
import { prepend, removeElement } from 'domutils';
import { parseDocument } from 'htmlparser2';
import type { Html } from '../model/model.ts';

const href = /href="([^"#]+)/g;

/**
 * Removes links from rendered text that lead to pages which readers cannot see yet, or no longer; their words stay.
 *
 * @param isVisible Whether an address of the site leads to a page. Not called for addresses elsewhere.
 */
export function withoutDeadLinks(html: Html, isVisible: (path: string) => boolean): Html {
  const isDead = (address: string) => address.startsWith('/') && !isVisible(address);
  // Most texts need no parsing.
  if (![...html.matchAll(href)].some(([, address = '']) => isDead(address))) return html;
  const document = parseDocument(html);
  unlink(document.children);
  return render(document, { encodeEntities: 'utf8' });

  function unlink(nodes: readonly ChildNode[]): void {
    for (const node of [...nodes]) {
      if (hasChildren(node)) unlink(node.children);
      if (!isTag(node) || node.name !== 'a' || !isDead((node.attribs['href'] ?? '').split('#')[0] ?? '')) continue;
      for (const child of [...node.children]) prepend(node, child);
      removeElement(node);
    }
  }
}

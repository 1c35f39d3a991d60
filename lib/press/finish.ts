import render from 'dom-serializer';
import { type ChildNode, type Element, isComment, isTag, isText } from 'domhandler';
import { removeElement, textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';

/**
 * Finishes a page that Next has rendered: takes out the framework's runtime, and leaves what a reader needs.
 *
 * Taken out are scripts and preloads under `/_next/`, the flight payload, React's comments and empty wrapper, and the
 * attributes by which Next would manage the style sheet. The page's own scripts stay.
 *
 * @throws Error where the page is not whole: it was streamed in pieces, or is Next's error page.
 */
export function finishPage(html: string): string {
  const document = parseDocument(html);
  tidy(document.children);
  return render(document, { encodeEntities: 'utf8' });
}

function tidy(nodes: readonly ChildNode[]): void {
  for (const node of [...nodes]) {
    if (isComment(node)) {
      if (node.data === '$?' || node.data === '$!') throw new Error('Next streamed the page in pieces (Suspense).');
      removeElement(node);
    } else if (isTag(node)) {
      refuse(node);
      if (isRuntime(node) || isEmptyWrapper(node)) removeElement(node);
      else {
        for (const name of ['data-precedence', 'data-href']) delete node.attribs[name];
        tidy(node.children);
      }
    }
  }
}

function refuse(element: Element): void {
  if (element.name === 'template') throw new Error('Next streamed the page in pieces (<template>).');
  if (element.attribs['id'] === '__next_error__') throw new Error('Next answered with its error page.');
}

function isRuntime(element: Element): boolean {
  const { name, attribs } = element;
  if (name === 'script') {
    if (attribs['src'] !== undefined) return attribs['src'].startsWith('/_next/');
    return attribs['id'] === '_R_' || /^\(?self\.__next_[fs]\b/.test(textContent(element).trimStart());
  }
  return name === 'link' && (attribs['href'] ?? '').startsWith('/_next/');
}

/** The wrapper that React leaves where metadata could have been streamed. */
function isEmptyWrapper({ name, attribs, children }: Element): boolean {
  return (
    name === 'div' &&
    attribs['hidden'] === '' &&
    children.every((child) => isComment(child) || (isText(child) && child.data === ''))
  );
}

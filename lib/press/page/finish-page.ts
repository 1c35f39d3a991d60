import render from 'dom-serializer';
import { type ChildNode, type Document, Element, isComment, isTag, isText, Text } from 'domhandler';
import { prependChild, removeElement, replaceElement, textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';
import { contentSecurityPolicy } from './csp.ts';
import { withOwnLook } from './own-look.ts';
import { NotedNames, type PageNames } from './page-names.ts';
import { purgeCss } from './purge-css.ts';

/**
 * Finishes a page that Next has rendered, in this order:
 *
 * 1. removes the framework's runtime: scripts and preloads under `/_next/`, the flight payload, React's comments and
 * empty wrapper, and the attributes by which Next would manage the style sheet; the page's own scripts stay; also
 * removes Twitter metadata that repeats Open Graph, and preloads of pictures;
 * 2. inlines the style sheet in place of its link, with the colours and rules of the publication's own look, and without
 * rules that the page does not use;
 * 3. adds a content security policy at the start of head. This must be the last step: the policy has the hashes of what
 * is left.
 *
 * @param styleSheet Returns the text of a compiled style sheet, by its address.
 * @throws Error if the page is incomplete: it was streamed in pieces, has no head, or is Next's error page.
 */
export function finishPage(html: string, styleSheet: (address: string) => string): string {
  // Entities stay as React wrote them: the serializer would encode every letter of a drawing.
  const document = parseDocument(html, { decodeEntities: false });
  const page: Found = {
    names: new NotedNames(),
    sheets: [],
    styles: [],
    scripts: [],
    pictures: false,
    manifest: false,
    search: false,
    head: undefined,
  };
  tidy(document.children, page, new Set());
  const own = page.styles.map(textContent).join('');
  const last = page.sheets.at(-1);
  if (last) for (const style of page.styles.splice(0)) removeElement(style);
  for (const link of page.sheets) {
    const compiled = styleSheet(link.attribs['href'] ?? '');
    const css = link === last ? withOwnLook(compiled, own) : compiled;
    const style = new Element('style', {}, [new Text(purgeCss(css, page.search ? wherever(page.names) : page.names))]);
    replaceElement(link, style);
    page.styles.push(style);
  }
  addPolicy(page);
  return serialize(document);
}

/** The names of a page whose script adds elements, which may be anywhere. */
function wherever(names: NotedNames): PageNames {
  return { has: (name) => names.has(name), isWithin: () => true, hasWithout: () => true };
}

/** What a pass through a page finds. */
type Found = {
  names: NotedNames;
  /** Links to style sheets that Next has compiled. */
  sheets: Element[];
  styles: Element[];
  scripts: Element[];
  pictures: boolean;
  manifest: boolean;
  search: boolean;
  head: Element | undefined;
};

function tidy(nodes: readonly ChildNode[], page: Found, around: ReadonlySet<string>): void {
  for (const node of [...nodes]) {
    if (isComment(node)) {
      if (node.data === '$?' || node.data === '$!') throw new Error('Next streamed the page in pieces (Suspense).');
      removeElement(node);
    } else if (isTag(node)) {
      refuse(node);
      if (isStyleSheet(node)) page.sheets.push(node);
      else if (isRuntime(node) || isEmptyWrapper(node) || isSaidToOpenGraph(node) || isPicturePreload(node))
        removeElement(node);
      else {
        for (const name of ['data-precedence', 'data-href']) delete node.attribs[name];
        note(node, page);
        const inside = page.names.note(node, around);
        // The text of these two is not HTML.
        if (node.name !== 'script' && node.name !== 'style') tidy(node.children, page, inside);
      }
    } else if (isText(node)) {
      node.data = node.data.replaceAll('&#x27;', "'").replaceAll('&quot;', '"');
    }
  }
}

function note(element: Element, page: Found): void {
  const { name, attribs } = element;
  if (name === 'head') page.head = element;
  if (name === 'style') page.styles.push(element);
  // Data for search engines does not run, so no policy concerns it.
  if (name === 'script' && attribs['type'] !== 'application/ld+json') page.scripts.push(element);
  if (name === 'script' && 'data-search' in attribs) page.search = true;
  if (name === 'img' || (name === 'link' && /\bicon\b/.test(attribs['rel'] ?? ''))) page.pictures = true;
  if (name === 'link' && attribs['rel'] === 'manifest') page.manifest = true;
}

function addPolicy({ head, styles, scripts, pictures, manifest, search }: Found): void {
  if (!head) throw new Error('The page has no head, where its content security policy would stand.');
  const texts = { styles: styles.map(textContent), scripts: scripts.map(textContent) };
  const content = contentSecurityPolicy({ ...texts, pictures, manifest, search });
  const meta = new Element('meta', { 'http-equiv': 'Content-Security-Policy', content });
  prependChild(head, meta);
}

function refuse(element: Element): void {
  if (element.name === 'template') throw new Error('Next streamed the page in pieces (<template>).');
  if (element.attribs['id'] === '__next_error__') throw new Error('Next answered with its error page.');
}

function isStyleSheet({ name, attribs }: Element): boolean {
  return name === 'link' && attribs['rel'] === 'stylesheet' && (attribs['href'] ?? '').startsWith('/_next/');
}

function isRuntime(element: Element): boolean {
  const { name, attribs } = element;
  if (name === 'script') {
    if (attribs['src'] !== undefined) return attribs['src'].startsWith('/_next/');
    return attribs['id'] === '_R_' || /^\(?self\.__next_[fs]\b/.test(textContent(element).trimStart());
  }
  return name === 'link' && (attribs['href'] ?? '').startsWith('/_next/');
}

/** The wrapper that React leaves for metadata that could have been streamed. */
function isEmptyWrapper({ name, attribs, children }: Element): boolean {
  return (
    name === 'div' &&
    attribs['hidden'] === '' &&
    children.every((child) => isComment(child) || (isText(child) && child.data === ''))
  );
}

/** React preloads pictures that the page shows. The page arrives as one, so a preload gains nothing. */
function isPicturePreload({ name, attribs }: Element): boolean {
  return name === 'link' && attribs['rel'] === 'preload' && attribs['as'] === 'image';
}

/** Readers of Twitter's names fall back on Open Graph's; only the kind of card has no equivalent. */
function isSaidToOpenGraph({ name, attribs }: Element): boolean {
  return name === 'meta' && /^twitter:(?!card$)/.test(attribs['name'] ?? '');
}

function serialize(document: Document): string {
  return render(document, { encodeEntities: false });
}

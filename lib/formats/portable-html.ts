import render from 'dom-serializer';
import { type ChildNode, type Document, Element, isTag, isText, Text } from 'domhandler';
import { append, getElementsByTagName, removeElement, replaceElement, textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';
import type { Html } from '../model/model.ts';

/** The elements of a portable article; of all others only the text stays. */
const elements = new Set(
  (
    'a abbr b blockquote br caption cite code dd del dl dt em figcaption figure h2 h3 h4 h5 h6 hr i img ins li ol p pre q ' +
    's small strong sub table tbody td tfoot th thead time tr ul'
  ).split(' '),
);

/** Elements that are of no use outside the page, and are removed with their contents. */
const dropped = new Set(['script', 'style', 'template', 'svg', 'iframe', 'object', 'form', 'source']);

const attributes = new Set('href src alt width height dir lang title datetime start colspan rowspan scope'.split(' '));

/**
 * Makes HTML of a page usable without its style sheet, scripts and other parts, as in a feed reader or another
 * newsroom. Addresses become absolute, note marks become links, and elements that only the page understands are
 * reduced to their text, if it is part of the article.
 *
 * @param address The absolute address of the page.
 */
export function portableHtml(html: Html, address: string): Document {
  const document = parseDocument(html);
  for (const node of [...document.children]) carry(node, address);
  return document;
}

/** HTML as text. */
export function htmlText(document: Document): Html {
  return render(document, { encodeEntities: 'utf8' });
}

function carry(node: ChildNode, address: string): void {
  if (isText(node)) return;
  if (!isTag(node) || dropped.has(node.name) || node.attribs['class'] === 'hidden-text') removeElement(node);
  else if (node.name === 'sup') replaceElement(node, noteMark(node, address));
  else {
    for (const child of [...node.children]) carry(child, address);
    if (elements.has(node.name) && node.attribs['class'] !== 'who') node.attribs = portable(node, address);
    else unwrap(node);
  }
}

/** Only note marks are in `sup`: Markdown cannot make one. */
function noteMark(mark: Element, address: string): Element {
  const [link] = getElementsByTagName('a', mark);
  const href = new URL(link?.attribs['href'] ?? '', address).href;
  return new Element('sup', {}, [new Element('a', { href }, [new Text(textContent(mark).trim())])]);
}

function portable({ attribs }: Element, address: string): Element['attribs'] {
  const kept: Element['attribs'] = {};
  for (const [name, value] of Object.entries(attribs)) {
    if (!attributes.has(name)) continue;
    const isAddress = name === 'href' || name === 'src';
    const whole = isAddress ? absolute(value, address) : value;
    if (whole !== undefined) kept[name] = whole;
  }
  return kept;
}

/** An absolute address; `undefined` if readers cannot go there. */
function absolute(value: string, address: string): string | undefined {
  const target = URL.canParse(value, address) ? new URL(value, address) : undefined;
  return target && /^(https?|mailto):$/.test(target.protocol) ? target.href : undefined;
}

function unwrap(element: Element): void {
  let last: ChildNode = element;
  for (const child of [...element.children]) {
    append(last, child);
    last = child;
  }
  removeElement(element);
}

import { JSDOM } from 'jsdom';

const { DOMParser } = new JSDOM().window;

/**
 * The document of an XML text.
 *
 * @throws Error if it is not well-formed.
 */
export function parseXml(xml: string): Document {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  const [fault] = document.getElementsByTagName('parsererror');
  if (fault) throw new Error(fault.textContent ?? 'The XML is not well-formed.');
  return document;
}

/** The texts of all elements of a name, prefix included. */
export function textsOf(document: Document | Element, name: string): string[] {
  return [...document.getElementsByTagName(name)].map(({ textContent }) => textContent ?? '');
}

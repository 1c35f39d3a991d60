import { printable } from './printable.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** An XML document of one element, whose children are already XML. */
export function xmlDocument(
  name: string,
  namespaces: Readonly<Record<string, string>>,
  parts: readonly string[],
): string {
  const attributes = Object.entries(namespaces).map(([prefix, uri]) => ` ${prefix}="${uri}"`);
  return `${declaration}<${name}${attributes.join('')}>\n${parts.map((part) => `${part}\n`).join('')}</${name}>\n`;
}

/** An element whose children are already XML. */
export function xmlElement(name: string, ...parts: readonly string[]): string {
  return `<${name}>${parts.join('')}</${name}>`;
}

/** An element with text, which is escaped. */
export function xmlText(name: string, text: string): string {
  return xmlElement(name, printable(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
}

/** An element with attributes alone, whose values are escaped. */
export function xmlEmpty(name: string, attributes: Readonly<Record<string, string>>): string {
  const written = Object.entries(attributes).map(
    ([key, value]) =>
      ` ${key}="${printable(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')}"`,
  );
  return `<${name}${written.join('')}/>`;
}

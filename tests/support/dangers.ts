import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

const elements = /^(script|style|iframe|object|embed|base|meta|link|form|template|svg|math|noscript|plaintext|xmp)$/;

/** What could harm a reader in some HTML, as a browser would parse it; empty if it is safe. */
export function dangersIn(html: string): string[] {
  return parseFragment(html).childNodes.flatMap(dangersOf);
}

function dangersOf(node: DefaultTreeAdapterTypes.ChildNode): string[] {
  if (!('tagName' in node)) return node.nodeName === '#comment' ? ['a comment'] : [];
  const attributes = node.attrs.flatMap(({ name, value }) =>
    isDangerous(name, value) ? `${name}="${value}" on ${node.tagName}` : [],
  );
  const own = elements.test(node.tagName) ? [`an element ${node.tagName}`] : [];
  return [...own, ...attributes, ...node.childNodes.flatMap(dangersOf)];
}

function isDangerous(name: string, value: string): boolean {
  if (name.startsWith('on') || /^(style|srcdoc|srcset|ping|formaction|xlink:href)$/.test(name)) return true;
  // Browsers remove control characters and white space before they read the protocol.
  const address = value.replace(/[\p{Cc}\s]/gu, '').toLowerCase();
  return /^(href|src|action|cite|poster)$/.test(name) && /^(javascript|data|vbscript|file|blob):/.test(address);
}

import type { Html } from './model.ts';

/** Plain words as HTML, inside an element or an attribute. */
export function escapedHtml(text: string): Html {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

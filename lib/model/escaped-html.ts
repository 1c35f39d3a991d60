import type { Html } from './model.ts';

/** Plain text, escaped for HTML elements and attributes. */
export function escapedHtml(text: string): Html {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

import { brotliCompressSync } from 'node:zlib';
import render from 'dom-serializer';
import type { Element } from 'domhandler';
import { findAll } from 'domutils';
import { parseDocument } from 'htmlparser2';

/**
 * How many bytes of brotli a page may have, including everything inlined: with its headers they fit into ten TCP
 * segments, the initial window of a connection (RFC 6928), so that the whole page arrives in the first round trip.
 */
export const pageBudget = 13_600;

/**
 * The heaviest parts of a page, to help make it smaller: `style 2,579, section#sources 1,204, …`.
 *
 * The figures are bytes of brotli for each part alone; their sum is more than the page, in which parts share
 * words.
 */
export function heaviestParts(html: string, count = 3): string {
  const parts = findAll(isPart, parseDocument(html).children).map((element) => ({
    name: `${element.name}${element.attribs['id'] ? `#${element.attribs['id']}` : ''}`,
    bytes: brotliCompressSync(render(element, { encodeEntities: 'utf8' })).byteLength,
  }));
  return parts
    .sort((a, b) => b.bytes - a.bytes)
    .slice(0, count)
    .map(({ name, bytes }) => `${name} ${bytes.toLocaleString('en')}`)
    .join(', ');
}

function isPart({ name, attribs }: Element): boolean {
  return name === 'style' || name === 'script' || name === 'svg' || (name === 'section' && 'id' in attribs);
}

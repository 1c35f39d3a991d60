import { brotliCompressSync, constants } from 'node:zlib';
import type { Article, Html } from '../model/model.ts';
import type { Urls } from '../model/urls.ts';

/**
 * The most bytes, compressed quickly, that the texts and the notes of an article may have together for its page to arrive in the
 * first flight of a connection. The rest of that is for the page around them.
 */
const room = 4_500;

/**
 * An article whose names lead to the glossary page, and not to notes of its own, if its page has room for its text but not for
 * the notes as well. Letters of other scripts take two or three bytes each, so that a translation may be too long where its original is not.
 */
export function withNotesThatFit(article: Article, urls: Pick<Urls, 'entry'>): Article {
  const { title, standfirst, lead, sections, keyPoints, timeline, notes, who } = article;
  const text = JSON.stringify([title, standfirst, lead, sections.map(({ html }) => html), keyPoints, timeline, notes]);
  const own = who.map(({ name, role, country, note }) => [name, role, country, note]);
  if (who.length === 0 || compressed(text + JSON.stringify(own)) <= room || compressed(text) > room) return article;
  const toGlossary = (html: Html): Html =>
    html.replaceAll(/href="#who-([^"]+)"/g, (_, id: string) => `href="${urls.entry(id)}"`);
  return {
    ...article,
    who: [],
    lead: toGlossary(lead),
    sections: sections.map((section) => ({ ...section, html: toGlossary(section.html) })),
  };
}

function compressed(text: string): number {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).byteLength;
}

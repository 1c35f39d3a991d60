import { textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';
import { frontMatterStrings } from '../../content/files/front-matter-strings.ts';
import { placeInKey } from '../text/prose.ts';
import { leave, settingsOf, type TextCheck } from '../text/text-check.ts';

/** What may be a character reference of HTML. */
const reference = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/i;

/** A tag that people write by habit. */
const tag =
  /<\/?(?:a|b|big|br|center|code|del|div|em|font|i|img|ins|mark|p|q|small|span|strike|strong|sub|sup|u)(?:\s[^<>]*)?\/?>/i;

/** Keys whose values are not words: in an address an ampersand has its own meaning. */
const noWords = new Set(['url', 'social', 'policies', 'image', 'contact']);

/** Reports character references and tags of HTML in front matter, where readers see them as they are. */
export const entityInKey: TextCheck = () => (_tree, file) => {
  const { frontMatter } = settingsOf(file);
  for (const { text, path } of frontMatterStrings(frontMatter)) {
    if (path.some((part) => noWords.has(String(part)))) continue;
    const [html] = tag.exec(text) ?? [];
    if (html !== undefined) {
      const message = `"${html}" is shown to readers as it is: front matter is not HTML. Remove it.`;
      leave(file, 'entity-in-key', placeInKey(text, text.indexOf(html), frontMatter, path), message);
    }
    const [found] = reference.exec(text) ?? [];
    if (found === undefined) continue;
    const meant = textContent(parseDocument(found));
    if (meant === found) continue;
    const shown = /^[\s\u00ad\u200b-\u200f]$/u.test(meant) ? 'the sign itself, or a space' : `"${meant}"`;
    const message = `"${found}" is shown to readers as it is: front matter is not HTML. Write ${shown}.`;
    leave(file, 'entity-in-key', placeInKey(text, text.indexOf(found), frontMatter, path), message);
  }
};

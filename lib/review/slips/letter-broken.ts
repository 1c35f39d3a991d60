import { placeInBody } from '../../content/files/place-in-body.ts';
import { mojibakeIn } from '../text/mojibake.ts';
import { leave, settingsOf, type TextCheck } from '../text/text-check.ts';

const replacement = '\ufffd';

/** Signs that are not letters any more: what was found, and what to do. */
const leftovers: readonly { sign: RegExp; advice: string }[] = [
  {
    sign: /&(?:(?:#\d{2,7}|#x[\da-f]{2,6}|[a-z]{2,8}\d{0,2});|(?:nbsp|#\d{3,5})\b)/i,
    advice: 'is a character reference of HTML that readers see as it is. Write the sign itself.',
  },
  {
    sign: /\\u[\da-f]{4}/i,
    advice: 'is a letter as programs write it, and readers see it so. Write the letter itself.',
  },
  {
    sign: /(?:=[C-F][\dA-F])(?:=[89AB][\dA-F])+/,
    advice: 'is a letter as emails send it, and readers see it so. Paste the text again.',
  },
  {
    sign: /[\ue000-\uf8ff]/,
    advice: 'is a sign that one typeface alone has: readers see an empty box. Write another, or delete it.',
  },
];

/** Reports letters that a wrong conversion has broken, once for each paragraph and key. */
export const letterBroken: TextCheck = () => (_tree, file) => {
  const { prose, frontMatter } = settingsOf(file);
  // In prose the sign stands for what is no text, such as code.
  const pasted = frontMatter.body.indexOf('\ufffc');
  if (pasted !== -1) {
    const message =
      'U+FFFC stands for something that was not pasted, such as a picture. Put it in again, or delete the sign.';
    leave(file, 'letter-broken', placeInBody(frontMatter, pasted), message);
  }
  for (const { text, placeAt, block } of prose) {
    const lost = text.indexOf(replacement);
    if (lost !== -1) {
      const more = text.split(replacement).length - 2;
      const others = more === 0 ? '' : ` The text around it has ${more} more.`;
      const message = `A letter was lost here in a wrong conversion (U+FFFD).${others} Write the letter that was meant.`;
      leave(file, 'letter-broken', placeAt(lost), message);
    }
    for (const { sign, advice } of leftovers) {
      const [found] = sign.exec(text) ?? [];
      // Character references in keys have a check of their own.
      if (found === undefined || (block === undefined && found.startsWith('&'))) continue;
      const shown = /^[\ue000-\uf8ff]$/.test(found)
        ? `U+${found.charCodeAt(0).toString(16).toUpperCase()}`
        : `"${found}"`;
      leave(file, 'letter-broken', placeAt(text.indexOf(found)), `${shown} ${advice}`);
    }
    const [first, ...rest] = mojibakeIn(text);
    if (!first) continue;
    const more = rest.length === 0 ? '' : ` The text around it has ${rest.length} more.`;
    const message =
      first.meant === '\ufeff'
        ? `"${first.found}" is what a wrong conversion makes of an invisible sign at the start of a file. Delete it.`
        : `"${first.found}" is what a wrong conversion makes of "${first.meant}".${more} Write "${first.meant}", or paste the text again.`;
    leave(file, 'letter-broken', placeAt(first.index), message);
  }
};

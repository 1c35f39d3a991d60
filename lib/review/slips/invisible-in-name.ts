import { frontMatterStrings } from '../../content/files/front-matter-strings.ts';
import { placeInKey } from '../text/prose.ts';
import { leave, settingsOf, type TextCheck } from '../text/text-check.ts';

/** Scripts that are written without spaces, in which a zero-width space marks where a line may end. */
const unspaced =
  '[\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmer}\\p{scx=Myanmar}\\p{scx=Tibetan}\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}]';

/**
 * Invisible signs that no name needs, besides byte-order marks, which are an error. Joiners are allowed, since Persian, Urdu and emoji need
 * them, but at either end of a name they join nothing.
 */
const invisible = new RegExp(
  `\\u00ad|(?<!${unspaced})\\u200b(?!${unspaced})|^[\\u200b-\\u200d]|[\\u200b\\u200c]$`,
  'u',
);

const names: Readonly<Record<string, string>> = {
  '\u00ad': 'soft hyphen',
  '\u200b': 'zero-width space',
  '\u200c': 'zero-width non-joiner',
  '\u200d': 'zero-width joiner',
};

/** Reports invisible signs in titles and names, by which searches, links and lists do not find them. */
export const invisibleInName: TextCheck = () => (_tree, file) => {
  const { frontMatter } = settingsOf(file);
  for (const { text, path } of frontMatterStrings(frontMatter)) {
    const key = path.findLast((part) => typeof part === 'string');
    if (key !== 'title' && key !== 'name' && !(key === 'aliases' && typeof path[1] === 'number')) continue;
    const found = invisible.exec(text);
    if (!found) continue;
    const [sign] = found;
    const number = sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    const message = `An invisible ${names[sign] ?? 'sign'} (U+${number}) is in this ${key === 'title' ? 'title' : 'name'}, so searches do not find it. Delete it.`;
    leave(file, 'invisible-in-name', placeInKey(text, found.index, frontMatter, path), message);
  }
};

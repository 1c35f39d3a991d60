import { toString as textOf } from 'mdast-util-to-string';
import { linksOf } from '../../markdown/links.ts';
import { leave, type TextCheck } from '../text/text-check.ts';

/** Link texts that say nothing, by the language of the site. */
const empty: Record<string, readonly string[]> = {
  en: [
    'here',
    'click here',
    'see here',
    'read more',
    'more',
    'learn more',
    'find out more',
    'link',
    'this',
    'this link',
    'this page',
  ],
  ar: ['هنا', 'اضغط هنا', 'انقر هنا', 'المزيد', 'اقرأ المزيد', 'للمزيد', 'الرابط', 'هذا الرابط'],
};

/** Reports links whose text does not say where they lead. */
export const linkText: TextCheck = (lang) => {
  const sayNothing = empty[new Intl.Locale(lang).language] ?? [];
  return (tree, file) => {
    for (const link of linksOf(tree)) {
      const text = textOf(link).trim();
      const words = text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s]/gu, '')
        .trim();
      const place = link.position?.start ?? { line: 1, column: 1 };
      if (sayNothing.includes(words)) {
        leave(file, 'link-text', place, `"${text}" does not say where the link leads. Link words that do.`);
      } else if (/^(https?:\/\/|www\.)\S+$/i.test(text)) {
        leave(file, 'link-text', place, `The link shows its bare address. Say where it leads: [words](${link.url}).`);
      }
    }
  };
};

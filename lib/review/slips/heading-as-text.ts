import { signsIn } from '../../markdown/signs-in.ts';
import { leave, settingsOf, type TextCheck } from '../text/text-check.ts';

/** Signs before a word or an invisible space, more than there are levels, and wide ones. One `#` before a word is a hashtag. */
const patterns = [/(?<=^[ \t]{0,3})#{2,6}(?=[^\s#]|\u00a0)/gm, /(?<=^[ \t]{0,3})(?:#{7,}|＃{1,6})(?=\s|[^#＃])/gm];

/** Reports headings without a space after their signs. */
export const headingAsText: TextCheck = () => (_tree, file) => {
  for (const { text, placeAt, block } of settingsOf(file).written) {
    if (block?.type !== 'paragraph' || !/##|＃/.test(text)) continue;
    for (const { 0: signs, index } of signsIn(text, patterns)) {
      leave(
        file,
        'heading-as-text',
        placeAt(index),
        /^#{2,6}$/.test(signs) && text[index + signs.length] !== '\u00a0'
          ? `Readers see "${signs}" here. Put a space after it for a heading.`
          : `Readers see "${signs}" here. A heading begins with three to six signs of # and an ordinary space: write ### before its words.`,
      );
    }
  }
};

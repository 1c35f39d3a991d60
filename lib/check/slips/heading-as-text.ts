import { leave, settingsOf, type TextCheck } from '../text/text-check.ts';

/** One `#` before a word is a hashtag. */
const glued = /(?<=^[ \t]{0,3})#{2,6}(?=[^\s#])/gm;

/** Reports headings without a space after their signs. */
export const headingAsText: TextCheck = () => (_tree, file) => {
  for (const { text, placeAt, block } of settingsOf(file).written) {
    if (block?.type !== 'paragraph' || !text.includes('##')) continue;
    for (const { 0: signs, index } of text.matchAll(glued)) {
      leave(
        file,
        'heading-as-text',
        placeAt(index),
        `Readers see "${signs}" here. Put a space after it for a heading.`,
      );
    }
  }
};

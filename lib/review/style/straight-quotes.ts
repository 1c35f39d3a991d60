import { leave, settingsOf, type TextCheck } from '../text/text-check.ts';

/** After a number the same signs are feet and inches, minutes and seconds. */
const straight = /(?<!\d)["']/g;

/** Reports straight quotation marks and apostrophes, once for each paragraph. */
export const straightQuotes: TextCheck = () => (_tree, file) => {
  const { prose } = settingsOf(file);
  for (const { text, placeAt } of prose) {
    const [first, ...others] = text.matchAll(straight);
    if (!first) continue;
    const what = first[0] === '"' ? 'quotation mark' : 'apostrophe or quotation mark';
    const more = others.length === 0 ? '' : ` The text around it has ${others.length} more.`;
    const instead =
      first[0] === '"' ? 'Write “ before the words and ” after them.' : 'Write ’, or “ and ” around words.';
    leave(
      file,
      'straight-quotes',
      placeAt(first.index),
      `There is a straight ${what} (${first[0]}) here.${more} ${instead}`,
    );
  }
};

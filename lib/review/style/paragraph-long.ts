import { leave, settingsOf, type TextCheck } from '../text/text-check.ts';
import { wordsBeyond } from '../text/word-count.ts';

const most = 120;

/** Reports paragraphs that are too long for a phone. */
export const paragraphLong: TextCheck = (lang) => (_tree, file) => {
  const { prose } = settingsOf(file);
  for (const { block, text, placeAt } of prose) {
    const count = block?.type === 'paragraph' ? wordsBeyond(most, text, lang) : undefined;
    if (count === undefined) continue;
    const message = `This paragraph has ${count} words; keep to ${most}. Divide it.`;
    leave(file, 'paragraph-long', placeAt(0), message);
  }
};

import { countWords } from '../../article/reading-time.ts';
import { leave, type TextCheck } from '../text-check.ts';

const most = 120;

/** Tells of paragraphs that are too long for a telephone. */
export const paragraphLong: TextCheck =
  ({ prose, lang }) =>
  (_tree, file) => {
    for (const { block, text, placeAt } of prose) {
      // No word is shorter than two letters and a space on average; the count itself takes time.
      if (block?.type !== 'paragraph' || text.length < most * 2) continue;
      const count = countWords(text, lang);
      if (count <= most) continue;
      leave(
        file,
        'paragraph-long',
        placeAt(0),
        `This paragraph has ${count} words, and ${most} are plenty. Divide it.`,
      );
    }
  };

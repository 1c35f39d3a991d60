import { countWords } from '../../article/reading-time.ts';
import { leave, type TextCheck } from '../text-check.ts';

const most = 45;

/** Tells of sentences, by the rules of Unicode (UAX #29), that are too long to follow. */
export const sentenceLong: TextCheck = ({ prose, lang }) => {
  const sentences = new Intl.Segmenter(lang, { granularity: 'sentence' });
  return (_tree, file) => {
    for (const { block, text, placeAt } of prose) {
      if (block?.type !== 'paragraph' || text.length < most * 2) continue;
      // To Unicode the end of a line is the end of a paragraph, to Markdown it is a space.
      for (const { segment, index } of sentences.segment(text.replace(/[\r\n]/g, ' '))) {
        if (segment.length < most * 2) continue;
        const count = countWords(segment, lang);
        if (count <= most) continue;
        const begin = index + segment.search(/\S/);
        leave(
          file,
          'sentence-long',
          placeAt(begin),
          `This sentence has ${count} words, and ${most} are plenty. Make two of it.`,
        );
      }
    }
  };
};

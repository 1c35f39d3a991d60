import { leave, settingsOf, type TextCheck } from '../text/text-check.ts';
import { isWithin, wordsBeyond } from '../text/word-count.ts';

const most = 45;

/** Where any rule would end a sentence; most paragraphs need no closer look. */
const surelyEnds = /[.!?][”’)]* +(?=\p{Lu})/u;

/** Reports sentences, by the rules of Unicode (UAX #29), that are too long to follow. */
export const sentenceLong: TextCheck = (lang) => {
  const sentences = new Intl.Segmenter(lang, { granularity: 'sentence' });
  return (_tree, file) => {
    for (const { block, text, placeAt } of settingsOf(file).prose) {
      if (block?.type !== 'paragraph') continue;
      // To Unicode the end of a line is the end of a paragraph, to Markdown it is a space.
      const inOneLine = text.replace(/[\r\n]/g, ' ');
      if (inOneLine.split(surelyEnds).every((piece) => isWithin(most, piece))) continue;
      for (const { segment, index } of sentences.segment(inOneLine)) {
        const count = wordsBeyond(most, segment, lang);
        if (count === undefined) continue;
        const message = `This sentence has ${count} words; keep to ${most}. Make it two sentences.`;
        leave(file, 'sentence-long', placeAt(index + segment.search(/\S/)), message);
      }
    }
  };
};

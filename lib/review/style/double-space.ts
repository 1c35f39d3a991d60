import type { Place } from '../../model/problem.ts';
import { leave, settingsOf, type TextCheck } from '../text/text-check.ts';

/** Reports two spaces or more between words, once for each paragraph. */
export const doubleSpace: TextCheck = () => (_tree, file) => {
  const {
    prose,
    frontMatter: { lines },
  } = settingsOf(file);
  /** A footnote between two single spaces is not part of the words: only one of the spaces counts. */
  const isInLine = ({ line, column }: Place, spaces: string) => {
    const written = lines[line - 1] ?? '';
    return written.startsWith(spaces, column - 1) || !written.includes('[^', column - 1);
  };
  for (const { text, placeAt } of prose) {
    const [first, ...others] = [...text.matchAll(/(?<=\S) {2,}(?=\S)/g)].filter(({ 0: spaces, index }) =>
      isInLine(placeAt(index), spaces),
    );
    if (!first) continue;
    const more =
      others.length === 0
        ? ''
        : ` The text around it has ${others.length} more such ${others.length === 1 ? 'place' : 'places'}.`;
    leave(file, 'double-space', placeAt(first.index), `There are ${first[0].length} spaces here.${more} Write one.`);
  }
};

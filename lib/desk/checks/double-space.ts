import { leave, settingsOf, type TextCheck } from '../text-check.ts';

/** Tells of two spaces or more between words, once for each paragraph. */
export const doubleSpace: TextCheck = () => (_tree, file) => {
  const { prose } = settingsOf(file);
  for (const { text, placeAt } of prose) {
    const [first, ...others] = text.matchAll(/(?<=\S) {2,}(?=\S)/g);
    if (!first) continue;
    const more =
      others.length === 0
        ? ''
        : ` The text around it has ${others.length} more such ${others.length === 1 ? 'place' : 'places'}.`;
    leave(file, 'double-space', placeAt(first.index), `${first[0].length} spaces stand here.${more} Write one.`);
  }
};

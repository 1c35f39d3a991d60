import { countWords } from '../../article/reading-time.ts';
import { leave, type TextCheck } from '../text-check.ts';

const most = 600;

/** Tells of sections and leads that go on too long without a title. */
export const sectionLong: TextCheck =
  ({ prose, lang, kind, frontMatter }) =>
  (_tree, file) => {
    if (kind !== 'section' && kind !== 'lead') return;
    const blocks = prose.filter(({ block }) => block);
    const text = blocks.map((one) => one.text).join('\n');
    if (text.length < most * 2) return;
    const count = countWords(text, lang);
    if (count <= most) return;
    const [place, message] =
      kind === 'section'
        ? [
            frontMatter.placeOf(['title']),
            `This section has ${count} words, and ${most} are plenty. Make two sections of it.`,
          ]
        : [
            blocks[0]?.placeAt(0) ?? { line: 1, column: 1 },
            `The lead has ${count} words, and ${most} are plenty. Make a section of a part of it.`,
          ];
    leave(file, 'section-long', place, message);
  };

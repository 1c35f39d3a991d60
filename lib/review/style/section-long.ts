import { leave, settingsOf, type TextCheck } from '../text/text-check.ts';
import { wordsBeyond } from '../text/word-count.ts';

const most = 600;

/** Reports sections and leads that run too long without a title. */
export const sectionLong: TextCheck = (lang) => (_tree, file) => {
  const { prose, kind, frontMatter } = settingsOf(file);
  const blocks = prose.filter(({ block }) => block);
  const count = wordsBeyond(most, blocks.map(({ text }) => text).join('\n'), lang);
  if (count === undefined) return;
  if (kind === 'section') {
    const message = `This section has ${count} words; keep to ${most}. Divide it into two.`;
    leave(file, 'section-long', frontMatter.placeOf(['title']), message);
  } else if (kind === 'lead') {
    const message = `The lead has ${count} words; keep to ${most}. Move a part of it into a section.`;
    leave(file, 'section-long', blocks[0]?.placeAt(0) ?? { line: 1, column: 1 }, message);
  }
};

import { frontMatterStrings } from '../../content/files/front-matter-strings.ts';
import { templateStandfirst } from '../../model/template-standfirst.ts';
import { leave, settingsOf, type TextCheck } from '../text/text-check.ts';

/** A mark for what is to come. It is in capitals, which no id has. */
const toCome = /^(?:TK(?:TK)?|TBC|TBD|TODO|XXX?|\.{3}|…)$/;

const filler = /\blorem ipsum dolor\b/i;

const advice = 'This is in the place of words that are to come. Write them.';

/** Reports placeholder text, from `npm run new` or of the kind that layouts are filled with, that is still in place. */
export const templateText: TextCheck = () => (_tree, file) => {
  const { frontMatter, prose } = settingsOf(file);
  for (const { text, placeAt } of prose) {
    const index = text.search(filler);
    if (index !== -1) leave(file, 'template-text', placeAt(index), advice);
  }
  for (const { text, path } of frontMatterStrings(frontMatter)) {
    if (toCome.test(text.trim())) leave(file, 'template-text', frontMatter.placeOf(path), advice);
    if (text.trim() !== templateStandfirst) continue;
    const message = 'This is what npm run new wrote. Replace it with the standfirst of the article.';
    leave(file, 'template-text', frontMatter.placeOf(path), message);
  }
};

import { templateStandfirst } from '../../authoring/new-article.ts';
import { textsInKeys } from '../../content/files/front-matter-strings.ts';
import { leave, settingsOf, type TextCheck } from '../text/text-check.ts';

/** Reports placeholder text from `npm run new` that is still in place. */
export const templateText: TextCheck = () => (_tree, file) => {
  const { frontMatter } = settingsOf(file);
  for (const { text, path } of textsInKeys(frontMatter)) {
    if (text.trim() !== templateStandfirst) continue;
    const message = 'This is what npm run new wrote. Replace it with the standfirst of the article.';
    leave(file, 'template-text', frontMatter.placeOf(path), message);
  }
};

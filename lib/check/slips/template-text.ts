import { templateStandfirst } from '../../authoring/new-article.ts';
import { untranslated } from '../../authoring/new-translation.ts';
import { frontMatterStrings } from '../../content/files/front-matter-strings.ts';
import { leave, settingsOf, type TextCheck } from '../text/text-check.ts';

/** What belongs in the place of each text that `npm run new` writes. */
const wanted: Readonly<Record<string, string>> = {
  [templateStandfirst]: 'the standfirst of the article',
  [untranslated]: 'the translation of the text above',
};

/** Reports placeholder text from `npm run new` that is still in place. */
export const templateText: TextCheck = () => (_tree, file) => {
  const { frontMatter } = settingsOf(file);
  for (const { text, path } of frontMatterStrings(frontMatter)) {
    const what = wanted[text.trim()];
    if (what === undefined) continue;
    const message = `This is what npm run new wrote. Replace it with ${what}.`;
    leave(file, 'template-text', frontMatter.placeOf(path), message);
  }
};

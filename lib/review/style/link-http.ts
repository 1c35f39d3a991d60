import { frontMatterStrings } from '../../content/files/front-matter-strings.ts';
import { linksOf } from '../../markdown/links.ts';
import type { Place } from '../../model/problem.ts';
import { leave, settingsOf, type TextCheck } from '../text/text-check.ts';

/** Reports links to other sites over http, in the text and in the front matter. */
export const linkHttp: TextCheck = () => (tree, file) => {
  const { frontMatter } = settingsOf(file);
  const check = (url: string, placeOf: () => Place) => {
    if (!/^http:/i.test(url)) return;
    leave(
      file,
      'link-http',
      placeOf(),
      `"${url}" is not encrypted. Write https://, and check that the site answers there.`,
    );
  };
  for (const { url, position } of linksOf(tree)) check(url, () => position?.start ?? { line: 1, column: 1 });
  for (const { text, path } of frontMatterStrings(frontMatter)) check(text, () => frontMatter.placeOf(path));
};

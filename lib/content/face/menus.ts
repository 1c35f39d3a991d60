import { didYouMean } from '../../model/did-you-mean.ts';
import { ownPages } from '../../model/menu.ts';
import type { Report } from '../../model/problem.ts';
import type { FrontMatter } from '../files/front-matter.ts';
import { frontMatterStrings } from '../files/front-matter-strings.ts';
import type { MenuId } from '../files/menu-id.ts';

/** The ids that `navigation` and `footer` of site.md name. */
export function idsInMenus(frontMatter: FrontMatter): MenuId[] {
  const { file, placeOf } = frontMatter;
  return frontMatterStrings(frontMatter).flatMap(({ text, path }) => {
    const isId = (path[0] === 'navigation' || path[0] === 'footer') && path.length === 2;
    return isId ? { file, ...placeOf(path), id: text } : [];
  });
}

/** Reports ids in menus that match no page and no topic. */
export function checkMenus(
  ids: readonly MenuId[],
  pages: Iterable<string>,
  topics: Iterable<string>,
  report: Report,
): void {
  const ofPages = new Set([...ownPages, ...pages]);
  const ofTopics = new Set(topics);
  for (const { id, ...at } of ids) {
    if (ofPages.has(id) || ofTopics.has(id)) continue;
    const hint = didYouMean(id, [...ofPages, ...ofTopics]);
    const message = `There is no page and no topic "${id}". ${hint} Pages are in pages/; for another address, write label and url.`;
    report({ ...at, code: 'menu-unknown', message });
  }
}

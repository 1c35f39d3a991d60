import { memoryStore } from '../content/article-store.ts';
import { openFolder } from '../content/files/source-file.ts';
import { layGroundwork, layGroundworkIn } from '../content/groundwork.ts';
import { currentNames } from '../content/load-catalogue.ts';
import type { Part } from '../model/recorded-part.ts';

/**
 * The text of an article as it would be recorded now. Its files are read again, since a build needs this for few articles.
 *
 * @param language Its language, if it is not the first of the publication.
 */
export function textNow(content: string, slug: string, language: string | undefined): Part[] {
  const ignore = () => {};
  const folder = openFolder(content);
  const store = memoryStore();
  const first = layGroundwork(folder, store, ignore);
  const { catalogue, parse } =
    language === undefined ? first : layGroundworkIn(language, first.site, folder, store.in(language), ignore);
  const { text } = parse(slug);
  return text?.(currentNames(catalogue)) ?? [];
}

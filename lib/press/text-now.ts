import { memoryStore } from '../content/article-store.ts';
import { openFolder } from '../content/files/source-file.ts';
import { layGroundwork } from '../content/groundwork.ts';
import { currentNames } from '../content/load-catalogue.ts';
import type { Part } from '../model/recorded-part.ts';

/** The text of an article as it would be recorded now. Its files are read again, since a build needs this for few articles. */
export function textNow(content: string, slug: string): Part[] {
  const { catalogue, parse } = layGroundwork(openFolder(content), memoryStore(), () => {});
  const { text } = parse(slug);
  return text?.(currentNames(catalogue)) ?? [];
}

import type { Site } from '../model/model.ts';
import type { Publication } from './publish.ts';

/** A publication in each of its languages, the first one first. */
export function editionsOf(publication: Publication): Publication[] {
  return [publication, ...publication.others];
}

/** The other languages of a publication, or those in which readers can see one of its articles. */
export function otherEditions({ site, editions }: Publication, slug?: string): Publication[] {
  return editions().filter((other) => other.site !== site && (slug === undefined || Object.hasOwn(other.texts, slug)));
}

/** A way to another language: the name of the language in itself, and the address. */
export type LanguageLink = Pick<Site, 'lang' | 'dir'> & { label: string; path: string };

/** What a language is called in itself, such as English or العربية. */
export function ownName(lang: string): string {
  const { language } = new Intl.Locale(lang);
  return new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
}

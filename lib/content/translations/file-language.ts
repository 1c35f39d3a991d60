import { basename } from 'node:path';

/** The name of a translation: that of its original, with a language tag before the ending. */
const translated = /^(.+)\.([A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*)\.md$/;

/**
 * What the name of a file says of its language: `2-pier.ar.md` is `2-pier.md` in `ar`.
 *
 * @returns `undefined` for a name without a language tag.
 */
export function fileLanguage(name: string): { original: string; language: string } | undefined {
  const [, stem, language] = translated.exec(name) ?? [];
  return stem === undefined || language === undefined ? undefined : { original: `${stem}.md`, language };
}

/** The name of the translation of a file into a language: `index.ar.md` for `index.md`. */
export function translationName(original: string, language: string): string {
  return original.replace(/\.md$/, `.${language}.md`);
}

/**
 * Whether what is wrong in a file counts in a language: in texts for other languages it does not.
 *
 * @param language The language, if it is not the first of the publication.
 */
export function countsIn(file: string, language: string | undefined): boolean {
  const own = fileLanguage(basename(file))?.language;
  return own === undefined || own === language;
}

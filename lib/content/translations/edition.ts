import { join } from 'node:path';
import { knownLanguages } from '../../languages/languages.ts';
import type { Report } from '../../model/problem.ts';
import { fileLanguage, translationName } from './file-language.ts';

/** The languages of a publication, the first one first, and the one in which its files are read. */
export type Edition = { lang: string; languages: readonly string[] };

/** An entry of a folder of content. */
type Entry = { name: string; isFolder: boolean };

/** Whether an edition is in the first language, whose files have no language in their names. */
export function isFirst({ lang, languages }: Edition): boolean {
  return lang === languages[0];
}

/** The name that a file has in an edition: `index.md` in the first language, `index.ar.md` in another. */
export function nameIn(edition: Edition, original: string): string {
  return isFirst(edition) ? original : translationName(original, edition.lang);
}

/** The name that a file has in the first language, if an edition reads it; `undefined` if it is for another language. */
export function originalName(edition: Edition, name: string): string | undefined {
  const found = fileLanguage(name);
  if (isFirst(edition)) return found && isTranslation(edition, found.language) ? undefined : name;
  return found?.language === edition.lang ? found.original : undefined;
}

/**
 * The entries of a folder without the texts that are for other languages. A text in a language that the publication does
 * not have is reported, once: when the first language is read.
 *
 * @param dir The folder, as problems name it.
 */
export function entriesIn<Of extends Entry>(
  edition: Edition,
  dir: string,
  entries: readonly Of[],
  report: Report,
): Of[] {
  return entries.filter(({ name, isFolder }) => {
    const language = isFolder ? undefined : fileLanguage(name)?.language;
    if (!isFirst(edition)) return isFolder || !name.endsWith('.md') || language === edition.lang;
    if (language === undefined || !isTranslation(edition, language)) return true;
    if (!edition.languages.slice(1).includes(language)) {
      const message = unknownLanguage(name, language, edition.languages);
      report({ file: join(dir, name), line: 1, column: 1, code: 'translation-language', message });
    }
    return false;
  });
}

/** Whether a tag in the name of a file is meant as a language: any is if there are several, or one that is known here. */
function isTranslation({ languages }: Edition, tag: string): boolean {
  return languages.length > 1 || knownLanguages.includes(tag.replace(/-.*/, '').toLowerCase());
}

function unknownLanguage(name: string, tag: string, languages: readonly string[]): string {
  const [first = '', ...others] = languages;
  const original = fileLanguage(name)?.original ?? name;
  if (tag.toLowerCase() === first.toLowerCase()) {
    return `"${name}" is in ${first}, the first language, whose files have no language in their names. Name it ${original}.`;
  }
  const names = [original, ...others.map((language) => translationName(original, language))];
  const instead = others.length === 0 ? 'take the file out' : `name it ${names.join(' or ')}`;
  return `"${name}" is a text in "${tag}", which is none of the languages of site.md. Write languages: [${[...languages, tag].join(', ')}] there, or ${instead}.`;
}

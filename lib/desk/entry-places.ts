import { fileLanguage } from '../content/translations/file-language.ts';
import { keyAtLine } from './browser/front-matter-edit.ts';

/** Collections of one file for each entry, whose translations are in the same form. */
const flat = ['authors', 'topics', 'series', 'glossary', 'pages'];

/**
 * The form of a file of the content, as its address in the desk names it: `articles/entries/storm/index`.
 *
 * @param path Relative to the content folder.
 * @returns `undefined` if no form has the file.
 */
export function formOfFile(path: string): string | undefined {
  const [folder = '', ...rest] = path.split('/');
  const name = rest.at(-1) ?? folder;
  if (!name.endsWith('.md')) return undefined;
  const translated = fileLanguage(name);
  const stem = name.slice(0, -'.md'.length);
  const suffix = translated ? `-${translated.language.toLowerCase()}` : '';
  const original = (translated?.original ?? name).replace(/\.md$/, '');
  if (rest.length === 0) {
    return ['site', 'front', 'redirects'].includes(original) ? `_singletons/entries/${original}${suffix}` : undefined;
  }
  if (folder === 'articles' && rest.length === 2) {
    return original === 'index'
      ? `articles${suffix}/entries/${rest[0]}/${stem}`
      : `sections${suffix}/entries/${rest[0]}/${original}`;
  }
  return rest.length === 1 && flat.includes(folder) ? `${folder}/entries/${original}` : undefined;
}

/** The field of a form at a line of its file: a key of the front matter, or the text. */
export function fieldAtLine(text: string, line: number): string {
  return keyAtLine(text, line) ?? 'body';
}

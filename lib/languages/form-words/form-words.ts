import { arabicForms } from './arabic-forms.ts';

/** The labels and hints of the desk's forms in each language but English, by those in English. */
const formWords: Readonly<Record<string, Readonly<Record<string, string>>>> = { ar: arabicForms };

/**
 * A label or a hint of a form in the language of a publication; in English if there is none in that language.
 *
 * @param words In English; what is in brackets at the end stays.
 */
export function formWord(words: string, language: string): string {
  const known = formWords[language.split('-')[0] ?? ''] ?? {};
  const [, base = words, rest = ''] = /^(.*?)( \([\w-]+\))?$/s.exec(words) ?? [];
  return known[words] ?? (known[base] === undefined ? words : known[base] + rest);
}

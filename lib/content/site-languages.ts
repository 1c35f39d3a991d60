import type { z } from 'zod';
import { findWords, knownLanguages } from '../languages/languages.ts';
import type { CheckCode } from '../model/checks.ts';
import { didYouMean } from '../model/did-you-mean.ts';
import type { Report } from '../model/problem.ts';
import type { FrontMatter } from './files/front-matter.ts';
import { frontMatterStrings } from './files/front-matter-strings.ts';
import type { siteSchema } from './files/schema.ts';

/** The languages that `languages` has after the first, whether or not the rest of the front matter is in order. */
export function otherLanguages(lang: string, frontMatter: FrontMatter | undefined): string[] {
  const named = frontMatter
    ? frontMatterStrings(frontMatter).flatMap(({ text, path: [key, index] }) =>
        key === 'languages' && index ? text : [],
      )
    : [];
  return [...new Set(named)].filter((tag) => tag !== lang && isSpokenTag(tag));
}

/** Reports languages that the interface does not speak, that are listed twice, or of which the first is another than `lang`. */
export function checkLanguages(
  { lang, languages = [lang] }: z.output<typeof siteSchema>,
  { file, placeOf }: FrontMatter,
  report: Report,
): boolean {
  let isSound = true;
  const say = (index: number, code: CheckCode, message: string) => {
    isSound = false;
    report({ file, ...placeOf(['languages', index]), code, message });
  };
  for (const [index, tag] of languages.entries()) {
    if (languages.indexOf(tag) < index) say(index, 'listed-twice', `"${tag}" is listed twice. Take it out here.`);
    else if (index === 0 && tag !== lang) {
      const message = `The first of languages is "${tag}", and lang is "${lang}". Write lang first: it is the language of the addresses without a prefix.`;
      say(index, 'value-invalid', message);
    } else if (index > 0 && !isSpokenTag(tag)) say(index, 'language-unknown', unknownLanguage(tag));
  }
  return isSound;
}

function isSpokenTag(tag: string): boolean {
  try {
    return findWords(tag) !== undefined;
  } catch {
    return false;
  }
}

/** What is wrong with a language that the interface does not support. */
export function unknownLanguage(tag: string): string {
  return `The interface has no words for "${tag}". ${didYouMean(tag, knownLanguages)}`;
}

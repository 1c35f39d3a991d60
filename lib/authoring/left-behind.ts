import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { translationName } from '../content/translations/file-language.ts';
import { ContentError } from '../model/problem.ts';
import type { PartName } from '../model/recorded-part.ts';
import { type InLanguage, readArticle } from './load-article.ts';

/** A translation that a new version of its original has left behind, and the parts in which it has. */
type LeftBehind = { lang: string; translates: number; parts: PartName[] };

/** The translations that a version of an original leaves behind; none if it is a version of a translation. */
export function leftBehind({ content, slug, lang }: InLanguage, number: number): LeftBehind[] {
  const [first, ...others] = readArticle(content, slug, lang).site.languages;
  if (lang !== undefined && lang !== first) return [];
  return others
    .filter((other) => existsSync(join(content, 'articles', slug, translationName('index.md', other))))
    .flatMap((other) => {
      const { translates, behind = [] } = translationOf(content, slug, other) ?? {};
      const parts = behind.filter(({ versions }) => versions.some((version) => version.number === number));
      return translates === undefined || parts.length === 0
        ? []
        : [{ lang: other, translates, parts: parts.map(({ part }) => part) }];
    });
}

function translationOf(content: string, slug: string, lang: string) {
  try {
    return readArticle(content, slug, lang).teaser.translation;
  } catch (error) {
    // What is wrong with a translation is for those who work on it.
    if (error instanceof ContentError) return undefined;
    throw error;
  }
}

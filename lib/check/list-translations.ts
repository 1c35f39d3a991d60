import { readContent } from '../content/load-content.ts';
import type { Drift } from '../model/model.ts';
import type { Instant } from '../model/moment.ts';
import { ContentError, isError, type Problem } from '../model/problem.ts';
import { standing } from '../model/standing.ts';
import { passingDatabase } from '../press/cache/build-cache.ts';
import { checkedArticles } from './check-cache.ts';

/** A part that is behind, and where in the translation it is. */
type ListedDrift = Drift & { at: Pick<Problem, 'file' | 'line'> };

/** A translation and what of its original has changed since. */
export type ListedTranslation = {
  article: string;
  lang: string;
  /** Its `index.ar.md`. */
  file: string;
  translates: number;
  /** The latest version of the original; 0 if none is recorded. */
  latest: number;
  behind: ListedDrift[];
};

/** All translations of a publication, and what there is none of. */
export type Translations = {
  translations: ListedTranslation[];
  /** The articles that readers see in the first language and that are not translated, by language. */
  missing: Record<string, string[]>;
  /** The files of translations that are at fault: nobody can tell what they translate. */
  atFault: string[];
};

/**
 * Lists the translations of a publication by article and language.
 *
 * @throws ContentError if `site.md` is at fault.
 */
export function listTranslations(content: string, now: Instant): Translations {
  const { site, articles, others, problems } = readContent(
    content,
    checkedArticles({ db: passingDatabase() }, content, ''),
  );
  if (!site) throw new ContentError(problems.filter(isError));
  const versions = new Map(articles.map(({ parsed }) => [parsed.slug, parsed.versions.length]));
  const seen = articles.flatMap(({ parsed: { slug, teaser } }) =>
    teaser && standing(teaser, now) === 'published' ? slug : [],
  );
  const missing: Record<string, string[]> = {};
  const translations: ListedTranslation[] = [];
  const atFault: string[] = [];
  for (const [index, lang] of site.languages.slice(1).entries()) {
    const translated = others[index]?.articles ?? [];
    const slugs = new Set(translated.map(({ parsed }) => parsed.slug));
    missing[lang] = seen.filter((slug) => !slugs.has(slug));
    for (const { parsed } of translated) {
      const { slug, file, teaser, isTranslation } = parsed;
      if (!teaser) atFault.push(file);
      if (!teaser?.translation || !isTranslation) continue;
      const { translates } = teaser.translation;
      // The check warns of each part, in the same order.
      const places = parsed.problems.filter(({ code }) => code === 'translation-behind');
      const behind = teaser.translation.behind.map((drift, at) => ({ ...drift, at: places[at] ?? { file, line: 1 } }));
      translations.push({ article: slug, lang, file, translates, latest: versions.get(slug) ?? 0, behind });
    }
  }
  translations.sort((a, b) => a.article.localeCompare(b.article, 'en') || a.lang.localeCompare(b.lang, 'en'));
  return { translations, missing, atFault };
}

import { basename } from 'node:path';
import type { Content, ContentArticle, Site } from '../model/model.ts';
import type { Instant } from '../model/moment.ts';
import { comparePlaces, type Problem } from '../model/problem.ts';
import { standing } from '../model/standing.ts';
import { type StatedStanding, standingAsStated } from './article/stated-standing.ts';
import { type Faults, faultsIn } from './faults.ts';
import { type Arrangement, type EntryKinds, type LastArticle, type LastGood, withLastEntries } from './last-good.ts';
import type { Catalogue, Entries } from './load-catalogue.ts';
import { contentOf, type ReadContent } from './load-content.ts';
import { siteInLanguage } from './load-site-in.ts';
import { type CachedArticle, resolveArticle } from './resolve-article.ts';
import { fileLanguage } from './translations/file-language.ts';

/** What cannot be published, and why. The name is the slug of an article, `pages/<id>`, or a file such as `site.ar.md`. */
export type AtFault = { name: string; problems: Problem[] };

/** The content without its faults. */
export type WithoutFaults = {
  /**
   * Faulty articles and pages that readers see are in it as they see them; the others are left out. `undefined` if `site.md` has
   * errors; of another language, if its files have errors and readers do not see it yet.
   */
  content: Content | undefined;
  /** The entries that its articles refer to. */
  catalogue: Catalogue;
  /** Faulty articles and pages that readers still see in their last good state. */
  kept: AtFault[];
  /** Faulty articles and pages that readers should see, but that have no last good state. */
  missing: AtFault[];
  /** Faulty articles that readers should not see yet, or no longer. */
  out: AtFault[];
  /** Every error of the content, sorted by file and place. */
  errors: Problem[];
  /** The other languages of the publication. What is at fault there and was never shown is just left out. */
  others: ReadonlyMap<string, WithoutFaults>;
};

/**
 * Removes faulty content, and replaces it with its last good state.
 *
 * A fault of an author, a topic or a glossary entry counts against the articles that use it. A faulty article is not shown
 * if its front matter still says clearly that it is a draft, under embargo or expired. A language with a fault in its own
 * `site.ar.md` or `front.ar.md` keeps what both said.
 *
 * @param last What readers see now; if omitted, faulty content is left out.
 * @param found Errors that were found after the content was read.
 * @param first The publication in its first language, if this is another.
 * @param canBeShown Whether everything that the pages of an earlier article need still exists.
 */
export function withoutFaults(
  read: ReadContent,
  last: LastGood | undefined,
  now: Instant,
  found: readonly Problem[] = [],
  canBeShown: (article: ContentArticle) => boolean = () => true,
  first?: Site,
): WithoutFaults {
  const errors = [...read.errors, ...found].sort(comparePlaces);
  const faults = faultsIn(read.dir, errors, first && read.lang);
  const files = [...Map.groupBy(faults.site, ({ file }) => basename(file))];
  const filesAtFault = files.map(([name, problems]): AtFault => ({ name, problems }));
  const arrangement = arrangementOf(read, filesAtFault.length > 0, last, first);
  if (!arrangement) {
    const missing = first ? filesAtFault : [];
    return { content: undefined, catalogue: read.catalogue, kept: [], missing, out: [], errors, others: new Map() };
  }

  const own = new Map(read.articles.map((article) => [article.parsed.slug, article]));
  const atFault = new Map(faults.articles);
  for (const [slug, article] of own) {
    const problems = problemsOf(article, faults);
    if (problems.length > 0) atFault.set(slug, problems);
  }
  const lastOnes = new Map(
    [...atFault.keys()].flatMap((slug) => {
      const article = last?.article(slug);
      return article ? [[slug, article] as const] : [];
    }),
  );
  const replaced = [
    ...faults.entries.keys(),
    ...[...lastOnes.values()].flatMap((one) => unknownEntries(one, read.catalogue)),
  ];
  const catalogue = last ? withLastEntries(read.catalogue, replaced, last) : read.catalogue;

  const articles = read.articles.flatMap((one) =>
    atFault.has(one.parsed.slug) ? [] : (resolveArticle(one, catalogue, () => read.body(one.parsed.slug)) ?? []),
  );
  const taken = new Set([...own.keys(), ...articles.flatMap(({ teaser }) => teaser.aliases)]);
  const result: Omit<WithoutFaults, 'content'> = {
    catalogue,
    kept: filesAtFault,
    missing: [],
    out: [],
    errors,
    others: new Map(),
  };
  for (const [slug, problems] of atFault) {
    // If it is not an article's folder, only what readers see under that name is known.
    const stated = own.get(slug)?.parsed.stated;
    // It is also gone if another article has its slug as a former slug.
    const shown = own.has(slug) || !taken.has(slug) ? lastOnes.get(slug) : undefined;
    const instead = shown && inItsPlace(shown, catalogue, stated, taken);
    const isOut = stated && ['draft', 'embargoed'].includes(standingAsStated(stated, now));
    if (!isOut && instead && canBeShown(instead)) {
      articles.push(instead);
      result[standing(instead.teaser, now) === 'published' ? 'kept' : 'out'].push({ name: slug, problems });
    } else {
      const isMissing = shown || (stated && standingAsStated(stated, now) === 'published');
      result[isMissing && !isOut ? 'missing' : 'out'].push({ name: slug, problems });
    }
  }
  for (const [name, problems] of faults.entries) {
    const id = /^pages\/(.+)$/.exec(name)?.[1];
    // Other entries count against the articles that use them, and what is no page is not seen.
    if (id === undefined || !read.catalogue.pages.has(id)) continue;
    result[last && catalogue.pages.get(id) ? 'kept' : 'missing'].push({ name, problems });
  }
  const others = new Map(
    read.others.map((other) => {
      const own = found.filter(({ file }) => fileLanguage(basename(file))?.language === other.lang);
      return [other.lang, withoutFaults(other, last?.in(other.lang), now, own, canBeShown, arrangement.site)] as const;
    }),
  );
  const arranged = {
    ...arrangement,
    redirects: read.redirects,
    others: [...others.values()].flatMap(({ content }) => content ?? []),
  };
  return { ...result, others, content: contentOf(arranged, articles, catalogue) };
}

/** What a language says of itself: now, or if that has errors, what readers see. The first language must be without errors. */
function arrangementOf(
  { site, front }: ReadContent,
  isAtFault: boolean,
  last: LastGood | undefined,
  first: Site | undefined,
): Arrangement | undefined {
  if (site && !isAtFault) return { site, front };
  const shown = first && last?.arrangement();
  return shown && { site: siteInLanguage(first, shown.site), front: shown.front };
}

/** The problems of an article and of the entries that it uses. */
function problemsOf({ parsed: { slug, references, teaser } }: CachedArticle, { articles, entries }: Faults): Problem[] {
  const problems = articles.get(slug) ?? [];
  if (entries.size === 0) return problems;
  const used = new Set([
    ...references.map(({ kind, id }) => `${folders[kind]}/${id}`),
    ...(teaser?.mentions ?? []).map((id) => `glossary/${id}`),
  ]);
  return [...problems, ...[...used].flatMap((name) => entries.get(name) ?? [])];
}

const folders = {
  author: 'authors',
  topic: 'topics',
  series: 'series',
  article: 'articles',
  place: 'glossary',
  section: 'sections',
} as const;

/** What an article of an earlier build refers to and the catalogue no longer has; of a place, its position. */
function unknownEntries({ article: { parsed } }: LastArticle, catalogue: Catalogue): string[] {
  const { authors = [], topics = [], series, mentions = [] } = parsed.teaser ?? {};
  const places = parsed.references.flatMap(({ kind, id }) => (kind === 'place' ? id : []));
  const unknown = (kind: keyof EntryKinds, ids: readonly string[], entries: Entries<unknown> = catalogue[kind]) =>
    ids.flatMap((id) => (entries.get(id) ? [] : `${kind}/${id}`));
  return [
    ...unknown('authors', authors),
    ...unknown('topics', topics),
    ...unknown('series', series === undefined ? [] : [series]),
    ...unknown('glossary', mentions),
    ...unknown('glossary', places, catalogue.places),
  ];
}

/**
 * An article as readers see it, which expires when its own or the faulty files say so. It loses former slugs that others
 * now have. `undefined` if something that it refers to is gone.
 */
function inItsPlace(
  { article, body }: LastArticle,
  catalogue: Catalogue,
  stated: StatedStanding | undefined,
  taken: Set<string>,
): ContentArticle | undefined {
  const whole = resolveArticle(article, catalogue, body);
  if (!whole) return undefined;
  const aliases = whole.teaser.aliases.filter((alias) => alias === article.parsed.slug || !taken.has(alias));
  for (const alias of aliases) taken.add(alias);
  const ends = [whole.teaser.expires, stated?.expires].filter((instant) => instant !== undefined);
  const changed = { aliases, expires: ends.length > 0 ? Math.min(...ends) : undefined };
  const isSame = changed.expires === whole.teaser.expires && aliases.length === whole.teaser.aliases.length;
  if (isSame) return { ...whole, unrecorded: undefined };
  return {
    ...whole,
    unrecorded: undefined,
    digest: JSON.stringify([whole.digest, changed]),
    teaser: { ...whole.teaser, ...changed },
    read: () => ({ ...whole.read(), ...changed }),
  };
}

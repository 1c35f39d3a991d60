import { hash } from 'node:crypto';
import { formsOfPath, leadsElsewhere } from '../model/former-path.ts';
import {
  type Article,
  type Author,
  type Body,
  type Content,
  type ContentArticle,
  type Front,
  type Html,
  type PictureUse,
  type Redirect,
  type SeenEntry,
  type Series,
  type Site,
  type StaticPage,
  type Teaser,
  type Topic,
  workOf,
} from '../model/model.ts';
import type { Instant } from '../model/moment.ts';
import { hasAddress, pageRoutes } from '../model/page-kinds.ts';
import { isError, type Problem } from '../model/problem.ts';
import { type Standing, standing } from '../model/standing.ts';
import { slugIn, type Urls, urlsOf } from '../model/urls.ts';
import { withoutLinks } from '../versions/portable-markdown.ts';
import { withoutDeadLinks } from './dead-links.ts';
import { groupsOf } from './groups.ts';
import { pagedSite } from './paged-site.ts';
import type { PublicText } from './public-texts.ts';
import { mostRelated, relatedArticles } from './related.ts';
import { withRetraction } from './with-retraction.ts';

/** An article that was taken down, at one of its addresses. */
export type TakenDown = Pick<Teaser, 'slug' | 'title' | 'published'> & { expires: Instant };

/** What readers may see at one instant. Pages, feeds and lists are made only from this. */
export type Publication = {
  site: Site;
  /** The instant at which they may see it. */
  now: Instant;
  /** Newest first; articles of the same instant by slug. */
  articles: Teaser[];
  /** One of these articles in full; `undefined` for any other slug. */
  read: (slug: string) => Article | undefined;
  /** Identifies the content that the page of one of these articles is made from: the same text, the same page. */
  madeFrom: (slug: string) => string;
  /** The related articles of one of these: its editor's picks, then the closest. */
  related: (slug: string) => Teaser[];
  /** The picture files of these articles. */
  pictures: PictureUse[];
  /** What readers can see of one of these articles, to notice when something is taken down; `undefined` for any other slug. */
  text: (slug: string) => PublicText | undefined;
  /** Former addresses of published articles. */
  moved: { from: string; to: Teaser }[];
  /** Articles that were taken down, once for each of their addresses: only headline and dates. */
  expired: TakenDown[];
  /** Those with an article that is published or was taken down: their addresses stay. */
  authors: Author[];
  topics: Topic[];
  series: Series[];
  /** How the front page is arranged; `undefined` if there is no `front.md`. */
  front: Front | undefined;
  /** Paths of an earlier site that lead to visible pages. */
  redirects: Redirect[];
  /** The entries that one of these articles mentions, by name. */
  glossary: SeenEntry[];
  pages: StaticPage[];
  /** The publication's own text for the not-found page, if any. */
  notFound: StaticPage | undefined;
  /** The same publication in its other languages. */
  others: Publication[];
  /** All languages of it, this one among them, the first one first. */
  editions: () => readonly Publication[];
};

/**
 * Decides what readers may see; there is no other way to a publication.
 *
 * Drafts and embargoed articles leave no trace in the result, and links to them become plain text. Expired ones leave
 * their headlines, dates and addresses. Retracted ones are replaced by {@link withRetraction}.
 */
export function publish(content: Content, now: Instant): Publication {
  return selectAll(content, now, ['published']);
}

/** Why readers do not see an article, or not in its current state. */
export type Remark =
  | { kind: 'draft' | 'embargoed'; published: Instant }
  /** The text differs from its latest version. */
  | { kind: 'unrecorded'; problem: Problem };

/** What editors see before readers do: drafts and embargoed articles as if they were published, and remarks about them. */
export type Preview = {
  publication: Publication;
  /** The remarks, by the paths of the articles' pages. */
  remarks: ReadonlyMap<string, Remark>;
  /** The instant of the preview. */
  now: Instant;
};

/** The same for the preview only: shows all articles except those that were taken down. The linter forbids builds and pages to use it. */
export function previewUnpublished(content: Content, now: Instant): Preview {
  return {
    publication: selectAll(content, now, ['draft', 'embargoed', 'published']),
    remarks: new Map([content, ...content.others].flatMap((edition) => remarksOn(edition, now))),
    now,
  };
}

function remarksOn({ site, articles }: Content, now: Instant): [string, Remark][] {
  const urls = urlsOf(site);
  return articles.flatMap(({ teaser, unrecorded }): [string, Remark][] => {
    const { slug, published } = teaser;
    const path = urls.article(slug);
    const kind = standing(teaser, now);
    if (kind === 'draft' || kind === 'embargoed') return [[path, { kind, published }]];
    return unrecorded && isError(unrecorded) && kind === 'published'
      ? [[path, { kind: 'unrecorded', problem: unrecorded }]]
      : [];
  });
}

/** What is visible in each language, each knowing of the others. */
function selectAll(content: Content, now: Instant, shown: readonly Standing[]): Publication {
  const others = content.others.map((other) => select(other, now, shown));
  const editions = [select(content, now, shown), ...others];
  const linked = editions.map((own): Publication => {
    if (others.length === 0) return { ...own, editions: () => linked };
    // The page of an article leads to the other languages in which it is.
    const ways = (slug: string) => {
      const work = groupsOf(own.articles).slugs.get(slug);
      return work
        ? editions.flatMap(({ site, articles }) => {
            const same = site === own.site ? undefined : groupsOf(articles).works.get(workOf(work));
            return same ? `${site.lang} ${same.slug}` : [];
          })
        : [];
    };
    return {
      ...own,
      madeFrom: (slug) => [own.madeFrom(slug), ...ways(slug)].join(' '),
      editions: () => linked,
    };
  });
  const [first, ...rest] = linked;
  if (!first) throw new RangeError('A publication has at least one language.');
  first.others = rest;
  first.redirects = first.redirects.filter(({ from }) => !rest.some((other) => hasPageAt(other, from)));
  return first;
}

/** Whether a path of an earlier site is that of a page of another language. */
function hasPageAt(other: Publication, path: string): boolean {
  const start = `/${other.site.prefix}`;
  if (!path.startsWith(start)) return false;
  const routes = pageRoutes(pagedSite(other));
  return formsOfPath(path).some((form) => routes.has(`/${form.slice(start.length)}`));
}

/** What is visible if articles in these states are. */
function select(content: Content, now: Instant, shown: readonly Standing[]): Publication {
  const visible = content.articles
    .filter(({ teaser }) => shown.includes(standing(teaser, now)))
    .map((article) => withRetraction(article, content.site, now))
    .sort(({ teaser: a }, { teaser: b }) => b.published - a.published || (a.slug < b.slug ? -1 : 1));
  const bySlug = new Map(visible.map((article) => [article.teaser.slug, article]));
  const articles = visible.map(({ teaser }) => teaser);
  const takenDown = content.articles.filter(({ teaser }) => standing(teaser, now) === 'expired');
  const expired = takenDown.flatMap(({ teaser: { slug, aliases, title, published, expires = now } }) =>
    [slug, ...aliases].map((name) => ({ slug: name, title, published, expires })),
  );
  const { authors: byAuthor, topics: onTopic, series: inSeries } = groupsOf(articles);
  const hadPages = groupsOf(takenDown.map(({ teaser }) => teaser));
  const authors = content.authors.filter(({ id }) => byAuthor.has(id) || hadPages.authors.has(id));
  /** The entries of the glossary that articles mention, and those that several mention. */
  const mentioned = new Set<string>();
  const mentionedAgain = new Set<string>();
  for (const { mentions } of articles) {
    for (const id of mentions) {
      if (mentionedAgain.has(id)) continue;
      if (mentioned.has(id)) mentionedAgain.add(id);
      else mentioned.add(id);
    }
  }
  const topics = content.topics.filter(({ id }) => onTopic.has(id) || hadPages.topics.has(id));
  const series = content.series.filter(({ id }) => inSeries.has(id) || hadPages.series.has(id));
  const partNumbers = new Map(
    [...inSeries.values()].flatMap((parts) => parts.map(({ slug }, index) => [slug, parts.length - index])),
  );

  const urls = urlsOf(content.site);
  const ownPages = content.pages.filter(({ id }) => hasAddress(id));
  const moved = articles.flatMap((to) => to.aliases.map((from) => ({ from, to })));
  let routes: ReadonlySet<string> | undefined;
  /** Listing very many pages takes a while, and many edits need none. */
  const isRoute = (route: string) => {
    routes ??= pageRoutes(
      pagedSite({
        articles,
        moved,
        expired,
        authors,
        topics,
        series,
        redirects: [],
        glossary: [...mentioned],
        pages: ownPages,
      }),
    );
    return routes.has(route);
  };
  const isPage = (path: string) => path.startsWith(urls.home) && isRoute(`/${path.slice(urls.home.length)}`);
  // Texts name an article by its folder, and its address may have another name in this language.
  const renamed = new Map(
    articles.flatMap((article) => (workOf(article) === article.slug ? [] : [[workOf(article), article.slug]])),
  );
  const alive = (html: Html): Html => withoutDeadLinks(withOwnSlugs(html, renamed, urls), isPage);
  const { compare } = new Intl.Collator(content.site.lang);
  const glossary = content.glossary
    .filter(({ id }) => mentioned.has(id))
    .map((entry) => {
      const hasMore = entry.url !== undefined || mentionedAgain.has(entry.id);
      return { ...entry, note: alive(entry.note), hasMore };
    })
    .sort((a, b) => compare(a.name, b.name));
  /** Cached digests of articles: several stages of a build need them. */
  const names = new Map<string, string>();
  const entryDigests = new Map(glossary.map((entry) => [entry.id, digestOf(entry)]));
  const allEntries = [...entryDigests.values()].join(' ');
  const livePage = (page: StaticPage): StaticPage => ({ ...page, text: alive(page.text) });
  const notFound = content.pages.find(({ id }) => !hasAddress(id));
  return {
    site: {
      ...content.site,
      about: alive(content.site.about),
      policies: livePolicies(content.site.policies, urls, isPage),
    },
    now,
    articles,
    read: (slug) => {
      const article = bySlug.get(slug)?.read();
      const who = article && glossary.filter(({ id }) => article.mentions.includes(id));
      return article && who && { ...withLiveLinks(article, urls, isPage, alive), who, part: partNumbers.get(slug) };
    },
    madeFrom: (slug) => {
      const known = names.get(slug);
      if (known !== undefined) return known;
      const article = bySlug.get(slug);
      if (!article) return '';
      const { digest, links, teaser } = article;
      const part = partNumbers.get(slug);
      const before = named.get(article);
      // Nothing else can have changed of it.
      if (before && links.length === 0 && before.part === part && before.entries === allEntries) {
        names.set(slug, before.name);
        return before.name;
      }
      const dead = links.filter((route) => !isRoute(route));
      const entries = teaser.mentions.map((id) => entryDigests.get(id));
      const elsewhere = renamed.size === 0 ? [] : links.flatMap((route) => renamed.get(slugIn(route) ?? '') ?? []);
      const name = nameOf(article, [digest, ...dead, ...entries, part, ...elsewhere].join(' '), part, allEntries);
      names.set(slug, name);
      return name;
    },
    related: relatedTo(
      articles.some(({ retracted }) => retracted)
        ? new Map([...bySlug].filter(([, { teaser }]) => !teaser.retracted))
        : bySlug,
    ),
    pictures: [...visible.flatMap(({ pictures }) => pictures), ...authors.flatMap(({ picture }) => picture ?? [])],
    text: (slug) => {
      const article = bySlug.get(slug);
      return article && publicText(article);
    },
    moved,
    expired,
    authors: authors.map((author) => ({ ...author, note: alive(author.note) })),
    topics: topics.map((topic) => ({ ...topic, note: alive(topic.note) })),
    series: series.map((one) => ({ ...one, note: alive(one.note) })),
    redirects: content.redirects.filter(
      ({ from, to }) => !formsOfPath(from).some(isRoute) && (leadsElsewhere(to) || isRoute(to.replace(/#.*/, ''))),
    ),
    front: content.front && { ...content.front, note: alive(content.front.note) },
    glossary,
    pages: ownPages.map(livePage),
    notFound: notFound && livePage(notFound),
    others: [],
    editions: () => [],
  };
}

/**
 * Finds the related articles of all articles on first use.
 *
 * @param articles By slug, newest first.
 */
function relatedTo(articles: ReadonlyMap<string, ContentArticle>): Publication['related'] {
  const all = [...articles.values()].map(({ teaser }) => teaser);
  let related: ReturnType<typeof relatedArticles> | undefined;
  const teasersOf = (slugs: Iterable<string>) => {
    const teasers: Teaser[] = [];
    for (const slug of slugs) {
      const teaser = articles.get(slug)?.teaser;
      if (teaser && teasers.length < mostRelated) teasers.push(teaser);
    }
    return teasers;
  };
  return (slug) => {
    related ??= relatedArticles(all);
    const picks = articles.get(slug)?.teaser.related ?? [];
    const closest = related.get(slug) ?? [];
    // Nearly all have none, and a build asks for every article.
    if (picks.length === 0) return teasersOf(closest);
    const picked = picks.flatMap((name) => groupsOf(all).named.get(name)?.slug ?? []);
    return teasersOf(new Set([...picked, ...closest]));
  };
}

/** The absolute addresses of policies, except those of pages that readers cannot see. */
function livePolicies(policies: Site['policies'], urls: Urls, isVisible: (path: string) => boolean): Site['policies'] {
  return Object.fromEntries(
    Object.entries(policies).flatMap(([name, policy]) => {
      const address = policy && policyAddress(policy, urls);
      const own = address && urls.routeOf(address);
      return !address || (own && !isVisible(urls.path(own.route))) ? [] : [[name, address]];
    }),
  );
}

function publicText(article: ContentArticle): PublicText {
  const before = publicTexts.get(article);
  if (before) return before;
  const { versions, pictures } = article;
  const text = { versions, pictures: Object.fromEntries(pictures.map(({ image, digest }) => [image.name, digest])) };
  publicTexts.set(article, text);
  return text;
}

/** What readers can see of articles: a resident build meets nearly all of them again. */
const publicTexts = new WeakMap<ContentArticle, PublicText>();

/** The absolute address of a policy that site.md names by the id of a page, by its path, or by its address. */
export function policyAddress(policy: string, urls: Urls): string {
  if (/^[\w-]+$/.test(policy)) return urls.absolute(urls.path(`/${policy}/`));
  return urls.absolute(policy.startsWith('/') ? urls.path(policy) : policy);
}

/** Cached digests of the facts about articles: a resident build needs nearly all of them again. */
const named = new WeakMap<ContentArticle, Named>();

/** The digest of facts, its part of a series, and the digests of all entries of the glossary at that time. */
type Named = { facts: string; name: string; part: number | undefined; entries: string };

/** A digest of everything that an article's page is made from. */
function nameOf(article: ContentArticle, facts: string, part: number | undefined, entries: string): string {
  const before = named.get(article);
  const name = before?.facts === facts ? before.name : hash('sha256', facts, 'base64');
  named.set(article, { facts, name, part, entries });
  return name;
}

/** A text whose links lead to the present addresses of articles, and not to those by which texts name them. */
function withOwnSlugs(html: Html, renamed: ReadonlyMap<string, string>, urls: Urls): Html {
  if (renamed.size === 0) return html;
  return html.replaceAll(/href="([^"#]+)/g, (link: string, address: string) => {
    const slug = renamed.get(slugIn(`/${address.slice(urls.home.length)}`) ?? '');
    return slug === undefined || !address.startsWith(urls.home) ? link : `href="${urls.article(slug)}`;
  });
}

function digestOf(entry: SeenEntry): string {
  return hash('sha256', JSON.stringify(entry), 'base64');
}

/** An article without links to pages that readers cannot see. */
function withLiveLinks(
  article: Teaser & Body,
  urls: Urls,
  isVisible: (path: string) => boolean,
  alive: (html: Html) => Html,
): Teaser & Body {
  const isDead = (address: string) => {
    const own = urls.routeOf(address);
    return own !== undefined && !isVisible(urls.path(own.route));
  };
  const live = <Text extends { html: Html; markdown: string }>(text: Text): Text => {
    const html = alive(text.html);
    return html === text.html ? text : { ...text, html, markdown: withoutLinks(text.markdown, isDead) };
  };
  const lead = live({ html: article.lead, markdown: article.leadMarkdown });
  return {
    ...article,
    lead: lead.html,
    leadMarkdown: lead.markdown,
    sections: article.sections.map(live),
    notes: article.notes.map((note) => (note.kind === 'text' ? live(note) : note)),
  };
}

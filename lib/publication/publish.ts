import { createHash } from 'node:crypto';
import { formsOfPath, leadsElsewhere } from '../model/former-path.ts';
import type {
  Article,
  Author,
  Body,
  Content,
  ContentArticle,
  Front,
  Html,
  PictureUse,
  Redirect,
  SeenEntry,
  Series,
  Site,
  StaticPage,
  Teaser,
  Topic,
} from '../model/model.ts';
import type { Instant } from '../model/moment.ts';
import { hasAddress, pageRoutes } from '../model/page-kinds.ts';
import { isError, type Problem } from '../model/problem.ts';
import { type Standing, standing } from '../model/standing.ts';
import { createUrls, type Urls } from '../model/urls.ts';
import { withoutLinks } from '../versions/portable-markdown.ts';
import { withoutDeadLinks } from './dead-links.ts';
import { groupsOf } from './groups.ts';
import { pagedSite } from './paged-site.ts';
import { policyAddress } from './policy-address.ts';
import type { PublicText, PublicTexts } from './public-texts.ts';
import { mostRelated, relatedArticles } from './related.ts';
import { withRetraction } from './with-retraction.ts';

/** An article that was taken down, at an address at which it stood. */
export type TakenDown = Pick<Teaser, 'slug' | 'title' | 'published'> & { expires: Instant };

/** What readers may see at one instant. Pages, feeds and lists are made from this alone. */
export type Publication = {
  site: Site;
  /** The instant at which they may see it. */
  now: Instant;
  /** Newest first; articles of one instant by slug. */
  articles: Teaser[];
  /** The whole of one of these articles; `undefined` for any other slug. */
  read: (slug: string) => Article | undefined;
  /** What the page of one of these articles is made from, as far as it is content: the same text, the same page. */
  madeFrom: (slug: string) => string;
  /** The articles to which the end of one of these leads: those that its editor has picked, then the closest first. */
  related: (slug: string) => Teaser[];
  /** The picture files of these articles. */
  pictures: PictureUse[];
  /** What readers can see of these articles, for what may be taken down. */
  texts: PublicTexts;
  /** Former addresses of articles that readers may see. */
  moved: { from: string; to: Teaser }[];
  /** Articles that were taken down, once for each of their addresses: nothing but headline and dates. */
  expired: TakenDown[];
  /** Those with an article that readers may see, or could see until it was taken down: their addresses stay. */
  authors: Author[];
  topics: Topic[];
  series: Series[];
  /** How the front page is arranged; `undefined` if nobody has done so. */
  front: Front | undefined;
  /** Paths of an earlier site that lead to what readers can see. */
  redirects: Redirect[];
  /** Those that one of these articles mentions, by name. */
  glossary: SeenEntry[];
  pages: StaticPage[];
  /** What is said at addresses that lead nowhere, if the publication has words of its own. */
  notFound: StaticPage | undefined;
};

/**
 * The one door to publication: decides what readers may see.
 *
 * Drafts and embargoed articles leave no trace in the result, and links to them become plain words. Expired ones leave
 * their headlines, dates and addresses. Retracted ones are what {@link withRetraction} makes of them.
 */
export function publish(content: Content, now: Instant): Publication {
  return select(content, now, ['published']);
}

/** Why readers do not see an article, or not as its files have it. */
export type Remark =
  | { kind: 'draft' | 'embargoed'; published: Instant }
  /** The text is not that of its latest version. */
  | { kind: 'unrecorded'; problem: Problem };

/** What editors see before readers do: drafts and embargoed articles as if they were published, and what is to be said of them. */
export type Preview = {
  publication: Publication;
  /** By slug, of those articles of which there is something to say. */
  remarks: ReadonlyMap<string, Remark>;
  /** The instant whose preview this is. */
  now: Instant;
};

/**
 * The door beside it, for the preview alone: shows all articles but those that were taken down. The linter keeps the press
 * and the pages away from it.
 */
export function previewUnpublished(content: Content, now: Instant): Preview {
  const remarks = content.articles.flatMap(({ teaser, unrecorded }): [string, Remark][] => {
    const { slug, published } = teaser;
    const kind = standing(teaser, now);
    if (kind === 'draft' || kind === 'embargoed') return [[slug, { kind, published }]];
    return unrecorded && isError(unrecorded) && kind === 'published'
      ? [[slug, { kind: 'unrecorded', problem: unrecorded }]]
      : [];
  });
  return {
    publication: select(content, now, ['draft', 'embargoed', 'published']),
    remarks: new Map(remarks),
    now,
  };
}

/** What is to be seen where articles of these standings are. */
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
  const seenEntries = Map.groupBy(
    articles.flatMap(({ mentions }) => mentions),
    (id) => id,
  );
  const topics = content.topics.filter(({ id }) => onTopic.has(id) || hadPages.topics.has(id));
  const series = content.series.filter(({ id }) => inSeries.has(id) || hadPages.series.has(id));
  const partNumbers = new Map(
    [...inSeries.values()].flatMap((parts) => parts.map(({ slug }, index) => [slug, parts.length - index])),
  );

  const urls = createUrls(content.site.url);
  const ownPages = content.pages.filter(({ id }) => hasAddress(id));
  const moved = articles.flatMap((to) => to.aliases.map((from) => ({ from, to })));
  let routes: ReadonlySet<string> | undefined;
  /** Of very many pages it takes a while to list them all, and many an edit asks for none. */
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
        glossary: [...seenEntries],
        pages: ownPages,
      }),
    );
    return routes.has(route);
  };
  const isPage = (path: string) => path.startsWith(urls.home) && isRoute(`/${path.slice(urls.home.length)}`);
  const alive = (html: Html): Html => withoutDeadLinks(html, isPage);
  const { compare } = new Intl.Collator(content.site.lang);
  const glossary = content.glossary
    .filter(({ id }) => seenEntries.has(id))
    .map((entry) => {
      const hasMore = entry.url !== undefined || (seenEntries.get(entry.id)?.length ?? 0) > 1;
      return { ...entry, note: alive(entry.note), hasMore };
    })
    .sort((a, b) => compare(a.name, b.name));
  /** What names the articles that were asked for: several stages of a build ask. */
  const names = new Map<string, string>();
  const entryDigests = new Map(glossary.map((entry) => [entry.id, digestOf(entry)]));
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
      return article && who && { ...withLiveLinks(article, urls, isPage), who, part: partNumbers.get(slug) };
    },
    madeFrom: (slug) => {
      const known = names.get(slug);
      if (known !== undefined) return known;
      const article = bySlug.get(slug);
      if (!article) return '';
      const { digest, links, teaser } = article;
      const dead = links.filter((route) => !isRoute(route));
      const entries = teaser.mentions.map((id) => entryDigests.get(id));
      const name = nameOf(article, [digest, ...dead, ...entries, partNumbers.get(slug)].join(' '));
      names.set(slug, name);
      return name;
    },
    related: relatedTo(new Map([...bySlug].filter(([, { teaser }]) => !teaser.retracted))),
    pictures: [...visible.flatMap(({ pictures }) => pictures), ...authors.flatMap(({ picture }) => picture ?? [])],
    texts: Object.fromEntries(visible.map((article) => [article.teaser.slug, publicText(article)])),
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
  };
}

/**
 * Finds the related articles of all when it is first asked for those of one.
 *
 * @param articles By slug, newest first.
 */
function relatedTo(articles: ReadonlyMap<string, ContentArticle>): Publication['related'] {
  let related: ReturnType<typeof relatedArticles> | undefined;
  return (slug) => {
    related ??= relatedArticles([...articles.values()].map(({ teaser }) => teaser));
    const picked = articles.get(slug)?.teaser.related ?? [];
    const slugs = new Set([...picked, ...(related.get(slug) ?? [])]);
    return [...slugs].flatMap((other) => articles.get(other)?.teaser ?? []).slice(0, mostRelated);
  };
}

/** The absolute addresses of policies, without those of pages that readers cannot see. */
function livePolicies(policies: Site['policies'], urls: Urls, isVisible: (path: string) => boolean): Site['policies'] {
  return Object.fromEntries(
    Object.entries(policies).flatMap(([name, policy]) => {
      const address = policy && policyAddress(policy, urls);
      const own = address && urls.routeOf(address);
      return !address || (own && !isVisible(urls.path(own.route))) ? [] : [[name, address]];
    }),
  );
}

function publicText({ versions, pictures }: ContentArticle): PublicText {
  return { versions, pictures: Object.fromEntries(pictures.map(({ image, digest }) => [image.name, digest])) };
}

/** What names the facts that an article was published with last: a resident build meets nearly all of them again. */
const named = new WeakMap<ContentArticle, { facts: string; name: string }>();

/** A short name for all that an article's page is made from. */
function nameOf(article: ContentArticle, facts: string): string {
  const before = named.get(article);
  if (before?.facts === facts) return before.name;
  const name = createHash('sha256').update(facts).digest('base64');
  named.set(article, { facts, name });
  return name;
}

function digestOf(entry: SeenEntry): string {
  return createHash('sha256').update(JSON.stringify(entry)).digest('base64');
}

/** An article whose texts have no links to pages that readers cannot see. */
function withLiveLinks(article: Teaser & Body, urls: Urls, isVisible: (path: string) => boolean): Teaser & Body {
  const isDead = (address: string) => {
    const own = urls.routeOf(address);
    return own !== undefined && !isVisible(urls.path(own.route));
  };
  const live = <Text extends { html: Html; markdown: string }>(text: Text): Text => {
    const html = withoutDeadLinks(text.html, isVisible);
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

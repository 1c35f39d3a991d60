import { labelledStandfirst } from '../languages/label-texts.ts';
import type { Html, Teaser } from '../model/model.ts';
import type { Instant } from '../model/moment.ts';
import { pictureMarkup } from '../pictures/picture-markup.ts';
import { articlesOn, findNamed } from '../publication/find.ts';
import { lastChange } from '../publication/last-change.ts';
import type { Publication } from '../publication/publish.ts';
import { portableArticleHtml } from './article-html.ts';
import { addressOf, permanentAddress, type Setting, settingOf } from './setting.ts';

/** The most articles in a feed. */
const mostItems = 20;

/** An article as feeds have it; all addresses are absolute. */
type FeedItem = {
  /** Stays the same as long as the article exists, even if its address changes. */
  id: string;
  address: string;
  title: string;
  standfirst: string;
  authors: { name: string; address: string }[];
  topics: string[];
  published: Instant;
  /** Changes with updates and corrections, but not with minor changes. */
  updated: Instant;
  /** The whole text; `undefined` in a feed of summaries. */
  html: Html | undefined;
  /** The lead picture. */
  image: string | undefined;
};

/** A list of articles as feeds have it, newest first: that of the site, or that of a topic. */
export type FeedFacts = {
  title: string;
  description: string;
  /** The page that shows the list to people. */
  address: string;
  /** The topic that it is about. */
  topic: string | undefined;
  /** The last publication, update or correction of its articles; `undefined` if there are none. */
  updated: Instant | undefined;
  items: FeedItem[];
  setting: Setting;
};

/** The articles of a feed: the newest of all, or those on a topic. */
export function feedArticles(publication: Publication, topic: string | undefined): Teaser[] {
  const articles = topic === undefined ? publication.articles : articlesOn(publication, topic);
  return articles.slice(0, mostItems);
}

/**
 * The contents of the feeds of the site or of one of its topics; `undefined` for a topic without articles.
 *
 * @param id The topic's id, or a former one.
 */
export function feedFacts(publication: Publication, id?: string): FeedFacts | undefined {
  const { site, topics } = publication;
  const found = id === undefined ? undefined : findNamed(topics, id);
  if (id !== undefined && !found) return undefined;
  const topic = found?.kind === 'moved' ? found.to : found?.entry;
  const topicId = topic?.id;
  const setting = settingOf(site);
  const { urls, words } = setting;
  const articles = feedArticles(publication, topicId);
  return {
    title: topic ? `${topic.name} – ${site.name}` : site.name,
    description: topic ? (topic.description ?? words.articlesOn(topic.name)) : site.tagline,
    address: urls.absolute(topic ? urls.topic(topic.id) : urls.home),
    topic: topicId,
    updated: articles.length > 0 ? Math.max(...articles.map(lastChange)) : undefined,
    items: articles.flatMap((teaser) => feedItem(publication, teaser, setting) ?? []),
    setting,
  };
}

/** Cached items: three formats and several lists share each, and so does the next build. */
const made = new WeakMap<Teaser, { from: string; item: FeedItem }>();

function feedItem(publication: Publication, teaser: Teaser, setting: Setting): FeedItem | undefined {
  const from = JSON.stringify([
    setting.site.url,
    setting.site.feeds,
    setting.dateStyle,
    publication.madeFrom(teaser.slug),
  ]);
  const before = made.get(teaser);
  if (before?.from === from) return before.item;
  const item = makeItem(publication, teaser, setting);
  if (item) made.set(teaser, { from, item });
  return item;
}

function makeItem({ read }: Publication, teaser: Teaser, setting: Setting): FeedItem | undefined {
  const article = read(teaser.slug);
  if (!article) return undefined;
  const { urls } = setting;
  const { slug, picture, title, published } = article;
  return {
    id: permanentAddress(setting, article),
    address: addressOf(setting, slug),
    title,
    standfirst: labelledStandfirst(article, setting.words),
    authors: article.authors.map(({ id, name }) => ({ name, address: urls.absolute(urls.author(id)) })),
    topics: article.topics.map(({ name }) => name),
    published,
    updated: lastChange(article),
    html: setting.site.feeds === 'full' ? portableArticleHtml(article, setting) : undefined,
    image:
      picture?.kind === 'image' ? urls.absolute(pictureMarkup(picture.image, 'text', urls.picture).img.src) : undefined,
  };
}

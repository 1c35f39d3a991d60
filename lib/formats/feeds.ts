import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith';
import { escapedHtml } from '../model/escaped-html.ts';
import { rightsLine } from '../model/rights.ts';
import type { FeedForm } from '../model/urls.ts';
import type { Publication } from '../publication/publish.ts';
import { type FeedFacts, feedFacts } from './feed-items.ts';
import { jsonText } from './json-text.ts';
import { printable } from './printable.ts';

/**
 * A feed of the site or of one of its topics.
 *
 * @returns `undefined` for a topic without articles.
 */
export function feed(publication: Publication, form: FeedForm, topic?: string): string | undefined {
  const facts = feedFacts(publication, topic);
  return facts && forms[form](facts);
}

const forms = { rss, atom, json } as const satisfies Record<FeedForm, (facts: FeedFacts) => string>;

/** RSS 2.0 (RSS Advisory Board, 2.0.11), with the whole text as `content:encoded` unless the site wants summaries. */
function rss(facts: FeedFacts): string {
  const { title, description, address, updated, items, setting } = facts;
  const rights = rightsLine(setting.site);
  const xml = generateRssFeed(
    {
      title,
      link: address,
      description: escapedHtml(description),
      language: setting.site.lang,
      ...(rights !== undefined && { copyright: escapedHtml(rights) }),
      ...(updated !== undefined && { lastBuildDate: new Date(updated) }),
      atom: { links: [{ href: ownAddress(facts, 'rss'), rel: 'self', type: 'application/rss+xml' }] },
      items: items.map((item) => ({
        title: item.title,
        link: item.address,
        guid: { value: item.id, isPermaLink: item.id === item.address },
        description: escapedHtml(item.standfirst),
        pubDate: new Date(item.published),
        categories: item.topics.map((name) => ({ name })),
        dc: { creators: item.authors.map(({ name }) => name) },
        ...(item.html !== undefined && { content: { encoded: item.html } }),
      })),
    },
    { strict: true },
  );
  return printable(xml);
}

/** Atom (RFC 4287). */
function atom(facts: FeedFacts): string {
  const { title, description, address, updated, items, setting } = facts;
  const { site, urls } = setting;
  const rights = rightsLine(site);
  const xml = generateAtomFeed(
    {
      id: address,
      title: { value: title },
      subtitle: { value: description },
      // An empty list has never changed.
      updated: new Date(updated ?? 0),
      icon: urls.absolute(urls.icon),
      ...(site.logo && { logo: urls.absolute(urls.logo) }),
      ...(rights !== undefined && { rights: { value: rights } }),
      links: [
        { href: ownAddress(facts, 'atom'), rel: 'self', type: 'application/atom+xml' },
        { href: address, rel: 'alternate', type: 'text/html' },
      ],
      xml: { lang: site.lang },
      // A feed must name an author if one of its entries does not.
      authors: [{ name: site.publisher }],
      entries: items.map((item) => ({
        id: item.id,
        title: { value: item.title },
        links: [{ href: item.address, rel: 'alternate', type: 'text/html' }],
        published: new Date(item.published),
        updated: new Date(item.updated),
        authors: item.authors.map(({ name, address: uri }) => ({ name, uri })),
        categories: item.topics.map((term) => ({ term })),
        summary: { value: item.standfirst },
        ...(item.html !== undefined && { content: { type: 'html', value: item.html } }),
      })),
    },
    { strict: true },
  );
  return printable(xml);
}

/** JSON Feed 1.1 (jsonfeed.org). */
function json(facts: FeedFacts): string {
  const { title, description, address, items, setting } = facts;
  const { site, urls } = setting;
  const document = generateJsonFeed(
    {
      title,
      home_page_url: address,
      feed_url: ownAddress(facts, 'json'),
      description,
      icon: urls.absolute(urls.largeIcon),
      favicon: urls.absolute(urls.icon),
      language: site.lang,
      authors: [{ name: site.publisher, url: urls.absolute(urls.about) }],
      items: items.map((item) => ({
        id: item.id,
        url: item.address,
        title: item.title,
        // An item must have content.
        ...(item.html === undefined ? { content_text: item.standfirst } : { content_html: item.html }),
        summary: item.standfirst,
        ...(item.image !== undefined && { image: item.image }),
        date_published: new Date(item.published),
        date_modified: new Date(item.updated),
        authors: item.authors.map(({ name, address: url }) => ({ name, url })),
        tags: item.topics,
      })),
    },
    { strict: true },
  );
  // The generator omits an empty list, but the specification requires it.
  return jsonText({ ...Object(document), items: Object(document).items ?? [] });
}

function ownAddress({ setting: { urls }, topic }: FeedFacts, form: FeedForm): string {
  return urls.absolute(urls.feed(form, topic));
}

import { wordsFor } from '../languages/languages.ts';
import { dateStyleOf, showInstant } from '../model/dates.ts';
import { escapedHtml } from '../model/escaped-html.ts';
import type { Body, ContentArticle, Site, Teaser } from '../model/model.ts';
import type { Instant } from '../model/moment.ts';
import { portableText } from '../versions/portable-markdown.ts';

/**
 * An article as readers see it at `now`, without a future retraction. Once it is retracted, its headline says so, its
 * standfirst and text are the reason and the day, and the original text is only in its record.
 */
export function withRetraction(article: ContentArticle, site: Site, now: Instant): ContentArticle {
  const { teaser, digest, read } = article;
  if (!teaser.retracted) return article;
  const { when, reason } = teaser.retracted;
  if (when > now) {
    const retracted = undefined;
    return { ...article, teaser: { ...teaser, retracted }, read: () => ({ ...read(), retracted }) };
  }
  const dateStyle = dateStyleOf(site);
  const { retracted: words } = wordsFor(dateStyle.lang);
  const notice = words.text(showInstant(when, dateStyle).text, reason);
  const shown: Teaser = {
    ...teaser,
    title: words.title(teaser.title),
    standfirst: notice,
    updated: Math.max(when, teaser.updated ?? when),
    picture: undefined,
    card: undefined,
    searchTitle: undefined,
    mentions: [],
  };
  const nothing: Omit<Body, 'lead' | 'leadMarkdown' | 'record'> = {
    dateline: undefined,
    keyPoints: [],
    unverified: [],
    sections: [],
    timeline: [],
    notes: [],
    externalLinks: [],
    words: 0,
  };
  return {
    ...article,
    teaser: shown,
    digest: `${digest} retracted`,
    links: [],
    pictures: [],
    read: () => ({
      ...shown,
      ...nothing,
      lead: `<p>${escapedHtml(notice)}</p>\n`,
      leadMarkdown: portableText(notice),
      record: read().record,
    }),
  };
}

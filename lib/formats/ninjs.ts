import { joinNames } from '../languages/join-names.ts';
import type { Words } from '../languages/words.ts';
import type { Article, GlossaryEntry, Partner, Picture, Site, Teaser } from '../model/model.ts';
import { copiesOf } from '../model/picture-copies.ts';
import { rightsLine } from '../model/rights.ts';
import { routes } from '../model/urls.ts';
import type { InOther } from '../publication/editions.ts';
import { portableArticleHtml } from './article-html.ts';
import { jsonText } from './json-text.ts';
import { addressOf, permanentAddress, type Setting, settingOf } from './setting.ts';

const standard = {
  name: 'ninjs',
  version: '3.1',
  schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#',
};

/**
 * An article as IPTC ninjs 3.1, a format in which newsrooms and agencies exchange articles.
 *
 * @param others The article in other languages.
 */
export function ninjs(article: Article, setting: Setting, others: readonly InOther[] = []): string {
  const {
    slug,
    title,
    standfirst,
    kind,
    labels,
    partners,
    firstPublished,
    authors,
    topics,
    series,
    published,
    expires,
    dateline,
    picture,
  } = article;
  const { site, urls, words } = setting;
  const address = addressOf(setting, slug);
  const latest = article.record.at(-1);
  const named = (entryKind: GlossaryEntry['kind']) =>
    article.who.filter((entry) => entry.kind === entryKind).map((entry) => mentionOf(entry, setting));
  const markdown = urls.absolute(urls.path(routes.articleText(slug)));
  return jsonText({
    uri: permanentAddress(setting, article),
    standard,
    type: 'text',
    representationType: 'full',
    ...(latest && { version: String(latest.number) }),
    firstCreated: instant(published),
    versionCreated: instant(Math.max(published, latest?.recorded ?? published, article.retracted?.when ?? published)),
    pubStatus: article.retracted ? 'canceled' : 'usable',
    ...(expires !== undefined && { expires: instant(expires) }),
    language: site.lang,
    slugline: slug,
    headlines: [{ role: 'main', contentType: 'text/plain', value: title }],
    descriptions: [{ role: 'summary', contentType: 'text/plain', value: standfirst }],
    bodies: [
      {
        role: 'main',
        contentType: 'text/html',
        wordCount: article.words,
        value: portableArticleHtml(article, setting),
      },
    ],
    by: joinNames(
      authors.map(({ name }) => name),
      site.lang,
    ),
    infoSources: [
      ...authors.map(({ id, name }) => ({ name, role: 'author', uri: urls.absolute(urls.author(id)) })),
      ...(article.translation ? [{ name: article.translation.translator, role: 'translator' }] : []),
      { name: site.publisher, role: 'publisher', uri: urls.absolute(urls.about) },
      ...(labels.sponsor ? [party('sponsor', labels.sponsor)] : []),
      ...partners.map((partner) => party('partner', partner)),
      ...(firstPublished ? [party('originator', { name: firstPublished.by, url: firstPublished.url })] : []),
    ],
    ...(dateline !== undefined && { located: dateline }),
    genres: [
      { name: words.kinds[kind], literal: kind },
      ...(labels.satire ? [{ name: words.labels.satire, literal: 'satire' }] : []),
    ],
    ...(labels.warning !== undefined && { edNote: `${words.labels.warning}: ${labels.warning}` }),
    subjects: [
      ...topics.map(({ id, name }) => ({ name, uri: urls.absolute(urls.topic(id)) })),
      ...(series ? [{ name: series.name, uri: urls.absolute(urls.series(series.id)), rel: 'series' }] : []),
    ],
    people: named('person'),
    organisations: named('organisation'),
    places: named('place'),
    ...rightsOf(site, words),
    renditions: [
      { name: 'web', href: address, contentType: 'text/html' },
      { name: 'markdown', href: markdown, contentType: 'text/markdown' },
    ],
    associations: [
      ...(picture?.kind === 'image' ? [pictureOf(picture, setting)] : []),
      ...others.map(({ publication, article: other }) => otherLanguage(other, settingOf(publication.site))),
    ],
  });
}

/** The article in another language: where it is, and what it is called there. */
function otherLanguage(other: Teaser, setting: Setting): object {
  const { site, urls } = setting;
  return {
    name: other.title,
    rel: other.translation ? 'translation' : 'original',
    uri: permanentAddress(setting, other),
    type: 'text',
    representationType: 'partial',
    language: site.lang,
    renditions: [
      { name: 'web', href: addressOf(setting, other.slug), contentType: 'text/html' },
      {
        name: 'ninjs',
        href: urls.absolute(urls.path(routes.articleData(other.slug))),
        contentType: 'application/json',
      },
    ],
  };
}

/** The rights in the text, if site.md says something of them. */
function rightsOf(site: Site, words: Words): object {
  const { rights, publisher } = site;
  if (!rights) return {};
  const { holder = publisher, licence, ai } = rights;
  const terms = [
    ...(licence ? [`${licence.name} (${licence.url})`] : []),
    ...(ai ? [ai === 'deny' ? words.rights.aiDenied : words.rights.aiAllowed] : []),
  ];
  return {
    copyrightHolder: holder,
    copyrightNotice: rightsLine(site),
    ...(terms.length > 0 && { usageTerms: terms.join(' ') }),
  };
}

/** A partner or the original publisher of the article. */
function party(role: string, { name, url }: Partner): object {
  return { name, role, ...(url !== undefined && { uri: url }) };
}

function mentionOf({ id, name, position }: GlossaryEntry, { urls }: Setting): object {
  const point = position && { type: 'Point', coordinates: [position.longitude, position.latitude] };
  return { name, uri: urls.absolute(urls.entry(id)), ...(point && { geoJSON: point }) };
}

/** The lead picture, with its copies of every width. */
function pictureOf({ image, alt, credit, caption }: Extract<Picture, { kind: 'image' }>, { urls }: Setting): object {
  const renditions = copiesOf(image).map((copy) => ({
    name: `${copy.format}-${copy.width}`,
    href: urls.absolute(urls.picture(copy)),
    contentType: copy.format === 'avif' ? 'image/avif' : 'image/jpeg',
    width: copy.width,
    height: Math.max(1, Math.round((copy.width * image.height) / image.width)),
  }));
  return {
    name: 'lead picture',
    uri: urls.absolute(urls.path(`/pictures/${image.name}`)),
    type: 'picture',
    by: credit,
    descriptions: [
      { role: 'alternative text', contentType: 'text/plain', value: alt },
      ...(caption === undefined ? [] : [{ role: 'caption', contentType: 'text/plain', value: caption }]),
    ],
    renditions,
  };
}

function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

import type {
  BreadcrumbList,
  CorrectionComment,
  CreativeWork,
  CreativeWorkSeries,
  Graph,
  ListItem,
  NewsArticle,
  Organization,
  Person,
  Article as SchemaArticle,
} from 'schema-dts';
import { type DateStyle, showInstant, yearOf } from '../model/dates.ts';
import type { Article, RecordedCorrection, Series, Signed, Site, Source } from '../model/model.ts';
import { copiesOf, type ShownImage } from '../model/picture-copies.ts';
import { type Urls, urlsOf } from '../model/urls.ts';
import type { InOther } from '../publication/editions.ts';
import { entryId, entryName } from './entry-data.ts';
import { publisherData, publisherId } from './publisher.ts';

/** What schema.org calls the kinds of articles. */
const types = {
  report: 'ReportageNewsArticle',
  explainer: 'BackgroundNewsArticle',
  analysis: 'AnalysisNewsArticle',
  opinion: 'OpinionNewsArticle',
} as const;

/** A type of schema.org without its hundreds of subtypes, with which the compiler would compare every object below. */
type Only<Type, Name extends string> = Extract<Type, { '@type': Name }>;

type NewsArticleData = Only<NewsArticle, 'NewsArticle'>;
type OrganizationData = Only<Organization, 'Organization'>;

/** What every kind of article has in common. */
type Common = Omit<Only<SchemaArticle, 'Article'>, '@type'>;

/** The type of an article: what is paid for or made up is not news, whatever its kind. */
function typed({ kind, labels: { sponsor, satire }, dateline }: Article, common: Common): SchemaArticle {
  if (sponsor) return { '@type': 'AdvertiserContentArticle', ...common };
  if (satire) return { '@type': 'SatiricalArticle', ...common };
  return { '@type': types[kind], ...common, ...(dateline && { dateline }) };
}

/**
 * An article and its breadcrumbs in terms of schema.org, for search engines: <https://schema.org/NewsArticle>.
 *
 * Glossary entries are referred to by `@id`; a source is named as in the list at the foot.
 *
 * @param site With absolute addresses as policies.
 * @param others The article in other languages.
 */
export function articleData(article: Article, site: Site, urls: Urls, others: readonly InOther[] = []): Graph {
  const { firstPublished, notes, part, partners, picture, sections, series, slug, topics, who } = article;
  const { sponsor } = article.labels;
  const style: DateStyle = site;
  const url = urls.absolute(urls.article(slug));
  const instant = (at: number) => showInstant(at, style).machine;
  const sources = notes.flatMap((note) => (note.kind === 'source' ? note.source : []));
  const common: Common = {
    '@id': url,
    url,
    headline: article.title,
    description: article.standfirst,
    image: shownImages(article, urls),
    datePublished: instant(article.published),
    dateModified: instant(article.updated ?? article.published),
    author: article.authors.map((author) => authorData(author, site, urls)),
    publisher: publisherData(site, urls),
    inLanguage: site.lang,
    isAccessibleForFree: true,
    ...translationData(article, site, others),
    ...rightsData(article.published, site, urls),
    ...(article.retracted ? { creativeWorkStatus: 'Retracted' } : { wordCount: article.words }),
    ...(partners.length > 0 && {
      contributor: partners.map(({ name, url }) => organization(name, url)),
    }),
    ...(firstPublished && {
      isBasedOn: firstPublished.url,
      sourceOrganization: organization(firstPublished.by),
    }),
    ...(sponsor && { sponsor: organization(sponsor.name, sponsor.url) }),
    ...(series && {
      isPartOf: seriesData(series, urls),
      ...(part !== undefined && { position: part }),
    }),
    articleSection: topics.map(({ name }) => name),
    about: topics.map(({ id, name }) => ({ '@type': 'Thing', name, url: urls.absolute(urls.topic(id)) })),
    ...(who.length > 0 && { mentions: who.map((entry) => entryName(entry, urls)) }),
    ...(picture?.kind === 'map' && {
      contentLocation: picture.places.map(({ id, name }) =>
        who.some((entry) => entry.id === id) ? { '@id': entryId(id, urls) } : ({ '@type': 'Place', name } as const),
      ),
    }),
    ...(sections.length > 0 && {
      hasPart: sections.map(({ id, title }) => ({ '@type': 'WebPageElement', name: title, url: `${url}#${id}` })),
    }),
    ...(sources.length > 0 && { citation: sources.map(sourceData) }),
    ...(article.corrections.length > 0 && {
      correction: article.corrections.map((correction) => correctionData(correction, slug, style, urls)),
    }),
  };
  return { '@context': 'https://schema.org', '@graph': [typed(article, common), breadcrumbs(article, site, urls)] };
}

function seriesData(
  { id, name }: Pick<Series, 'id' | 'name'>,
  urls: Urls,
): Only<CreativeWorkSeries, 'CreativeWorkSeries'> {
  return { '@type': 'CreativeWorkSeries', name, url: urls.absolute(urls.series(id)) };
}

function organization(name: string, url?: string): OrganizationData {
  return { '@type': 'Organization', name, ...(url !== undefined && { url }) };
}

/** What an article is a translation of, and by whom; or its translations. */
function translationData(
  { translation }: Article,
  site: Pick<Site, 'name' | 'publisher'>,
  others: readonly InOther[],
): Partial<Common> {
  const works = others.map(({ publication: { site: other }, article: { slug, translation: its } }) => {
    const urls = urlsOf(other);
    const address = urls.absolute(urls.article(slug));
    const work: NewsArticleData = { '@type': 'NewsArticle', '@id': address, inLanguage: other.lang };
    return { isOriginal: !its, work };
  });
  if (!translation) return works.length > 0 ? { workTranslation: works.map(({ work }) => work) } : {};
  const original = works.find(({ isOriginal }) => isOriginal)?.work;
  return {
    ...(original && { translationOfWork: original }),
    translator: {
      '@type': isDesk(translation.translator, site) ? 'Organization' : 'Person',
      name: translation.translator,
    },
  };
}

/** The rights in an article, if site.md says something of them. */
function rightsData(published: number, { rights, publisher, timeZone }: Site, urls: Urls): Partial<Common> {
  if (!rights) return {};
  const { holder = publisher, licence, ai } = rights;
  return {
    copyrightHolder: holder === publisher ? { '@id': publisherId(urls) } : organization(holder),
    copyrightYear: yearOf(published, timeZone),
    ...(licence && { license: licence.url }),
    ...(ai && { usageInfo: urls.absolute(urls.licence) }),
  };
}

/** A byline with the publication's name, such as `Standfirst desk`, is an organization; any other is a person. */
function authorData(
  { id, name, role, picture, bio, contact, former }: Signed,
  site: Pick<Site, 'name' | 'publisher'>,
  urls: Urls,
): OrganizationData | Only<Person, 'Person'> {
  const widest = picture && widestOf(picture.image);
  const common = {
    name,
    url: urls.absolute(urls.author(id)),
    ...(widest && { image: urls.absolute(urls.picture(widest)) }),
    ...(bio !== undefined && { description: bio }),
    ...(contact !== undefined && { email: contact }),
  };
  if (isDesk(name, site)) return { '@type': 'Organization', ...common };
  return { '@type': 'Person', ...common, ...(role !== undefined && !former && { jobTitle: role }) };
}

/** Whether a name is that of the publication's own desk. */
function isDesk(name: string, { name: site, publisher }: Pick<Site, 'name' | 'publisher'>): boolean {
  return [site, publisher].some((own) => name.includes(own));
}

function sourceData({ name, url, date }: Source): string | Only<CreativeWork, 'CreativeWork'> {
  if (url === undefined && date === undefined) return name;
  return { '@type': 'CreativeWork', name, ...(url && { url }), ...(date && { datePublished: date.value }) };
}

function correctionData(
  { number, recorded, note }: RecordedCorrection,
  slug: string,
  style: DateStyle,
  urls: Urls,
): Only<CorrectionComment, 'CorrectionComment'> {
  return {
    '@type': 'CorrectionComment',
    text: note,
    dateCreated: showInstant(recorded, style).machine,
    url: urls.absolute(urls.version(slug, number)),
  };
}

/** The breadcrumbs of the article: the front page, its main topic, itself. */
function breadcrumbs({ slug, title, topics: [topic] }: Article, site: Pick<Site, 'name'>, urls: Urls): BreadcrumbList {
  const way = [
    [site.name, urls.home],
    [topic.name, urls.topic(topic.id)],
    [title, urls.article(slug)],
  ] as const;
  return {
    '@type': 'BreadcrumbList',
    itemListElement: way.map(([name, path], index): Only<ListItem, 'ListItem'> => {
      return { '@type': 'ListItem', position: index + 1, name, item: urls.absolute(path) };
    }),
  };
}

/** The addresses of an article's pictures: its share image, and the widest widely supported copy of its lead picture, if any. */
function shownImages({ picture, slug }: Pick<Article, 'picture' | 'slug'>, urls: Urls): string[] {
  const widest = picture?.kind === 'image' ? widestOf(picture.image) : undefined;
  return [urls.shareImage(slug), ...(widest ? [urls.picture(widest)] : [])].map(urls.absolute);
}

/** The widest copy of a picture in a format that everything supports. */
function widestOf(image: ShownImage) {
  return copiesOf(image)
    .filter(({ format }) => format === 'jpg')
    .at(-1);
}

import type { Site, Teaser } from '../model/model.ts';
import { routes, urlsOf } from '../model/urls.ts';
import { newsOf } from '../publication/news.ts';
import type { Publication } from '../publication/publish.ts';
import { xmlDocument, xmlElement, xmlText } from './xml.ts';

/** The most articles that a news sitemap may name. */
const mostArticles = 1000;

const namespaces = {
  xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
  'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9',
};

/** The articles that a news sitemap names, newest first. */
export function newsArticles({ articles, now }: Publication): Teaser[] {
  return newsOf(articles, now).slice(0, mostArticles);
}

/** The news sitemap by Google's rules (Search Central, "News sitemaps"). */
export function newsSitemap(publication: Publication): string {
  const { site } = publication;
  const urls = urlsOf(site);
  return xmlDocument(
    'urlset',
    namespaces,
    newsArticles(publication).map(({ slug, title, published }) =>
      xmlElement(
        'url',
        xmlText('loc', urls.absolute(urls.path(routes.article(slug)))),
        xmlElement(
          'news:news',
          xmlElement('news:publication', xmlText('news:name', site.name), xmlText('news:language', newsLanguage(site))),
          xmlText('news:publication_date', new Date(published).toISOString()),
          xmlText('news:title', title),
        ),
      ),
    ),
  );
}

/** The language as Google expects it: the ISO 639 code, or for Chinese the script. */
function newsLanguage({ lang }: Site): string {
  const { language, script } = new Intl.Locale(lang).maximize();
  if (language !== 'zh') return language;
  return script === 'Hant' ? 'zh-tw' : 'zh-cn';
}

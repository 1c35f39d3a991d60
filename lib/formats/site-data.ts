import type { Graph } from 'schema-dts';
import type { Site } from '../model/model.ts';
import type { Urls } from '../model/urls.ts';
import { publisherData, publisherId } from './publisher.ts';

/** The site and its publisher in terms of schema.org, for the front page. */
export function siteData(site: Site, urls: Urls): Graph {
  const home = urls.absolute(urls.home);
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'WebSite',
        '@id': `${home}#site`,
        url: home,
        name: site.name,
        description: site.tagline,
        inLanguage: site.lang,
        publisher: { '@id': publisherId(urls) },
      },
      {
        ...publisherData(site, urls),
        email: site.contact,
        ...(site.social.length > 0 && { sameAs: site.social }),
      },
    ],
  };
}
